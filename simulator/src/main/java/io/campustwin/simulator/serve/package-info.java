/** The virtual campus on the wire: world in wall time, devices, log of received writes, fault control. */
@NullMarked
package io.campustwin.simulator.serve;

import org.jspecify.annotations.NullMarked;
