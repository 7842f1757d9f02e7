/** People leaving buildings: one by one on the floor, or as queues of a network; both walk the same floor plan. */
@NullMarked
package io.campustwin.simulator.evacuation;

import org.jspecify.annotations.NullMarked;
