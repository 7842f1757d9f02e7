/** Carbon dioxide, moisture, fine dust and noise of rooms. */
@NullMarked
package io.campustwin.simulator.air;

import org.jspecify.annotations.NullMarked;
