/** Faults of devices, network and servers: what there is, how each grows, whom it concerns; the wire it disturbs. */
@NullMarked
package io.campustwin.simulator.fault;

import org.jspecify.annotations.NullMarked;
