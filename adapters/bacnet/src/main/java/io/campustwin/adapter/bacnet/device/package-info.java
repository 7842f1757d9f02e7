// SPDX-License-Identifier: GPL-3.0-or-later
/** The virtual BACnet devices of a campus. */
@NullMarked
package io.campustwin.adapter.bacnet.device;

import org.jspecify.annotations.NullMarked;
