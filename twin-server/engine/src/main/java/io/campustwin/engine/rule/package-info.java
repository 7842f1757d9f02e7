/** Linkages and schedules of a campus, and the reader of their files. */
@NullMarked
package io.campustwin.engine.rule;

import org.jspecify.annotations.NullMarked;
