/** Cause and effect, timed. */
@NullMarked
package io.campustwin.engine.linkage;

import org.jspecify.annotations.NullMarked;
