// SPDX-License-Identifier: GPL-3.0-or-later
/** BACnet/IP as the program speaks it: sockets, addresses and present values. */
@NullMarked
package io.campustwin.adapter.bacnet.wire;

import org.jspecify.annotations.NullMarked;
