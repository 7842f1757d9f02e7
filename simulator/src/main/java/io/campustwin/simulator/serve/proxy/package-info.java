/** Proxies that disturb the real protocols between programs: TCP streams and UDP datagrams on the loopback. */
@NullMarked
package io.campustwin.simulator.serve.proxy;

import org.jspecify.annotations.NullMarked;
