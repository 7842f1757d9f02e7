// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.device;

import io.campustwin.adapter.bacnet.wire.UdpHub;
import io.campustwin.adapter.bacnet.wire.UdpNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port at which all virtual devices are found: it hands a Who-Is or Who-Has, sent to it directly or as a foreign
 * device's broadcast (ASHRAE 135 Annex J), to every device, and each answers the asker from its own port. It stands in
 * for the broadcast that the loopback network lacks.
 */
final class BroadcastRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BroadcastRelay.class);
  private static final int HEADER = 4;
  private static final int ORIGIN = 6;
  private static final int FORWARDED = 0x04;
  private static final int REGISTER = 0x05;
  private static final int DISTRIBUTE = 0x09;
  private static final int UNICAST = 0x0a;
  private static final byte BROADCAST = 0x0b;
  private static final int UNCONFIRMED = 1;
  private static final int WHO_HAS = 7;
  private static final int WHO_IS = 8;
  private static final byte[] REGISTERED = {(byte) 0x81, 0, 0, 6, 0, 0};

  private final List<UdpNetwork> devices;
  private final DatagramChannel channel;
  private final InetSocketAddress local;

  private BroadcastRelay(UdpHub hub, InetSocketAddress bind, List<UdpNetwork> devices)
      throws IOException {
    this.devices = devices;
    this.channel = hub.open(bind, this::received);
    this.local = (InetSocketAddress) channel.getLocalAddress();
  }

  static BroadcastRelay open(UdpHub hub, InetSocketAddress bind, List<UdpNetwork> devices) {
    try {
      return new BroadcastRelay(hub, bind, devices);
    } catch (IOException e) {
      throw new IllegalStateException(
          "UDP port " + bind.getPort() + " of " + bind.getHostString() + ": " + e.getMessage(), e);
    }
  }

  InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing: {}", e.toString());
    }
  }

  private void received(InetSocketAddress from, byte[] data) {
    if (data.length < HEADER || (data[0] & 0xff) != 0x81) {
      return;
    }
    switch (data[1]) {
      case REGISTER -> answer(from);
      case DISTRIBUTE, UNICAST, BROADCAST ->
        handOn(from, Arrays.copyOfRange(data, HEADER, data.length));
      case FORWARDED -> {
        InetSocketAddress origin = origin(data);
        if (origin != null) {
          handOn(origin, Arrays.copyOfRange(data, HEADER + ORIGIN, data.length));
        }
      }
      default -> LOG.debug("function {} is not for a relay", data[1]);
    }
  }

  private void answer(InetSocketAddress to) {
    try {
      channel.send(ByteBuffer.wrap(REGISTERED), to);
    } catch (IOException e) {
      LOG.debug("registering {}: {}", to, e.toString());
    }
  }

  private static @Nullable InetSocketAddress origin(byte[] data) {
    if (data.length < HEADER + ORIGIN) {
      return null;
    }
    try {
      int port = (data[HEADER + 4] & 0xff) << 8 | data[HEADER + 5] & 0xff;
      byte[] host = Arrays.copyOfRange(data, HEADER, HEADER + 4);
      return new InetSocketAddress(InetAddress.getByAddress(host), port);
    } catch (IOException e) {
      return null;
    }
  }

  private void handOn(InetSocketAddress from, byte[] npdu) {
    if (!asksWho(npdu)) {
      return;
    }
    byte[] datagram = new byte[HEADER + npdu.length];
    datagram[0] = (byte) 0x81;
    datagram[1] = BROADCAST;
    datagram[2] = (byte) (datagram.length >> 8);
    datagram[3] = (byte) datagram.length;
    System.arraycopy(npdu, 0, datagram, HEADER, npdu.length);
    devices.forEach(device -> device.received(from, datagram));
  }

  /** True for a Who-Is or Who-Has; the NPDU header (clause 6.2) is skipped to find out. */
  private static boolean asksWho(byte[] npdu) {
    if (npdu.length < 2 || npdu[0] != 1 || (npdu[1] & 0x80) != 0) {
      return false;
    }
    int at = 2;
    boolean destination = (npdu[1] & 0x20) != 0;
    boolean source = (npdu[1] & 0x08) != 0;
    for (int part = 0; part < (destination ? 1 : 0) + (source ? 1 : 0); part++) {
      at += at + 2 < npdu.length ? 3 + (npdu[at + 2] & 0xff) : npdu.length;
    }
    at += destination ? 1 : 0;
    return at + 1 < npdu.length
        && npdu[at] >> 4 == UNCONFIRMED
        && (npdu[at + 1] == WHO_IS || npdu[at + 1] == WHO_HAS);
  }
}
