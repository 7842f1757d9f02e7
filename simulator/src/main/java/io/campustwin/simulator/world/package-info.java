/** The virtual campus: every device's state, moved by models in a fixed order of ticks. */
@NullMarked
package io.campustwin.simulator.world;

import org.jspecify.annotations.NullMarked;
