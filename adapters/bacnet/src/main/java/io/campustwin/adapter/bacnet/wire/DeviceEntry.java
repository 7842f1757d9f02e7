// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import java.net.InetSocketAddress;

/**
 * Where one BACnet device is found.
 *
 * @param device id as in the device map, such as {@code BAC-A1}
 * @param instance its BACnet device instance
 * @param address host and UDP port
 */
public record DeviceEntry(String device, int instance, InetSocketAddress address) {}
