// SPDX-License-Identifier: GPL-3.0-or-later
/** The BACnet program: BACnet/IP devices of the virtual campus and the adapter to them, in a process of their own. */
@NullMarked
package io.campustwin.adapter.bacnet;

import org.jspecify.annotations.NullMarked;
