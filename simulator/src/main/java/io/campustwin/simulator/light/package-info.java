/** Daylight and electric light on desks. */
@NullMarked
package io.campustwin.simulator.light;

import org.jspecify.annotations.NullMarked;
