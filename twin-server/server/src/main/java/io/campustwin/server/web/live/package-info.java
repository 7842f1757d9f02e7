/** The live feed: numbered, coalesced change messages over a WebSocket. */
@NullMarked
package io.campustwin.server.web.live;

import org.jspecify.annotations.NullMarked;
