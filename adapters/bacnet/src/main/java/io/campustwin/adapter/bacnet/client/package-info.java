// SPDX-License-Identifier: GPL-3.0-or-later
/** The adapter to BACnet devices. */
@NullMarked
package io.campustwin.adapter.bacnet.client;

import org.jspecify.annotations.NullMarked;
