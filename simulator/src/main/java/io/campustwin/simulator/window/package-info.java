/** The solar side of windows: what shades them and what their glass lets through. */
@NullMarked
package io.campustwin.simulator.window;

import org.jspecify.annotations.NullMarked;
