/** What holds commands back: minimum on and off times, writes a minute, and how many start at once. */
@NullMarked
package io.campustwin.engine.control.limit;

import org.jspecify.annotations.NullMarked;
