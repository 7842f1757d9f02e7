/** Fire and its smoke: growth, plume, ceiling jet, detectors, two zones a room, doors, what people breathe and see. */
@NullMarked
package io.campustwin.simulator.smoke;

import org.jspecify.annotations.NullMarked;
