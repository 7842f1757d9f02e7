/** Load of network equipment and space on video recorders. */
@NullMarked
package io.campustwin.simulator.network;

import org.jspecify.annotations.NullMarked;
