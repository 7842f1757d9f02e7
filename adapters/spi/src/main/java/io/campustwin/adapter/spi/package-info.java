/** What an adapter is, and the device side that it talks to. Pure: no sockets, no clock. */
@NullMarked
package io.campustwin.adapter.spi;

import org.jspecify.annotations.NullMarked;
