/** Linkages over HTTP: what they are, drills, resets, rehearsals, and reading the rule files again. */
@NullMarked
package io.campustwin.server.web.linkage;

import org.jspecify.annotations.NullMarked;
