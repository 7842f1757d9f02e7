/** Fires of a campus, smoke detectors, and the certified fire controller. */
@NullMarked
package io.campustwin.simulator.fire;

import org.jspecify.annotations.NullMarked;
