/** Data traffic of a campus from terminals to the exit: shares of links, queues, and what recorders keep. */
@NullMarked
package io.campustwin.simulator.network;

import org.jspecify.annotations.NullMarked;
