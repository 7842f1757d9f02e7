/** Tests of the server as its users meet it: over HTTP and WebSocket, and on the command line. */
@NullMarked
package io.campustwin.server.job;

import org.jspecify.annotations.NullMarked;
