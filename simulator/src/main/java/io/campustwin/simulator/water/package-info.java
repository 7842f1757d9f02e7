/** Water from the main to the taps: use, hot water, leaks, pressure, and what the meters see. */
@NullMarked
package io.campustwin.simulator.water;

import org.jspecify.annotations.NullMarked;
