/** When a cause counts at all: days, hours, and named modes of the campus. */
@NullMarked
package io.campustwin.engine.linkage.window;

import org.jspecify.annotations.NullMarked;
