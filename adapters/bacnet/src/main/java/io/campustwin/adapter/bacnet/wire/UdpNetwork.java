// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import com.serotonin.bacnet4j.enums.MaxApduLength;
import com.serotonin.bacnet4j.exception.BACnetException;
import com.serotonin.bacnet4j.npdu.MessageValidationException;
import com.serotonin.bacnet4j.npdu.NPDU;
import com.serotonin.bacnet4j.npdu.Network;
import com.serotonin.bacnet4j.npdu.NetworkIdentifier;
import com.serotonin.bacnet4j.npdu.ip.IpNetworkIdentifier;
import com.serotonin.bacnet4j.npdu.ip.IpNetworkUtils;
import com.serotonin.bacnet4j.transport.Transport;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.primitive.OctetString;
import com.serotonin.bacnet4j.util.sero.ByteQueue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BACnet/IP (ASHRAE 135 Annex J) over one unicast socket, so that any number of devices share an address and differ by
 * port. There is no broadcast on the loopback network: what the stack would broadcast goes as unicast to every peer
 * heard from within the last minute, which is enough for a Who-Is to be answered. A muted network neither hears nor
 * says anything: that is how a device falls silent on the wire.
 */
public final class UdpNetwork extends Network {
  private static final Logger CLOSING = LoggerFactory.getLogger(UdpNetwork.class);
  private static final int BVLC = 0x81;
  private static final int RESULT = 0x00;
  private static final int FORWARDED = 0x04;
  private static final int UNICAST = 0x0a;
  private static final int BROADCAST = 0x0b;
  private static final int HEADER = 4;
  private static final int PEERS_REMEMBERED = 16;
  private static final long PEER_NANOS = 60_000_000_000L;

  private final UdpHub hub;
  private final InetSocketAddress bind;
  private final Map<InetSocketAddress, Long> peers = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Long> eldest) {
      return size() > PEERS_REMEMBERED;
    }
  };
  private @Nullable DatagramChannel channel;
  private volatile @Nullable InetSocketAddress local;
  private volatile boolean muted;
  private volatile long bytesOut;
  private volatile long bytesIn;

  /**
   * @param bind own address; port 0 takes a free one
   */
  public UdpNetwork(UdpHub hub, InetSocketAddress bind) {
    this.hub = hub;
    this.bind = bind;
  }

  /** The address in use, after the device was initialized. */
  public InetSocketAddress local() {
    InetSocketAddress address = local;
    return address == null ? bind : address;
  }

  public void mute(boolean mute) {
    muted = mute;
  }

  @Override
  public void initialize(Transport transport) throws Exception {
    super.initialize(transport);
    DatagramChannel opened = hub.open(bind, this::received);
    SocketAddress bound = opened.getLocalAddress();
    local = bound instanceof InetSocketAddress address ? address : bind;
    channel = opened;
  }

  @Override
  public void terminate() {
    DatagramChannel open = channel;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        CLOSING.debug("closing: {}", e.toString());
      }
    }
  }

  /** Takes a datagram as if it had come from {@code from}: for one that a relay hands on. */
  public void received(InetSocketAddress from, byte[] data) {
    if (muted) {
      return;
    }
    bytesIn += data.length;
    synchronized (peers) {
      peers.remove(from);
      peers.put(from, System.nanoTime());
    }
    handleIncomingData(new ByteQueue(data), IpNetworkUtils.toOctetString(from));
  }

  @Override
  protected @Nullable NPDU handleIncomingDataImpl(ByteQueue queue, OctetString link)
      throws Exception {
    if (queue.size() < HEADER || queue.popU1B() != BVLC) {
      throw new MessageValidationException("not BACnet/IP");
    }
    int function = queue.popU1B();
    int length = queue.popU2B();
    if (length != queue.size() + HEADER) {
      throw new MessageValidationException("length field says " + length);
    }
    return switch (function) {
      case RESULT -> null;
      case FORWARDED -> {
        byte[] origin = new byte[6];
        queue.pop(origin);
        yield parseNpduData(queue, new OctetString(origin));
      }
      case UNICAST, BROADCAST -> parseNpduData(queue, link);
      default -> {
        refuse(function, link);
        yield null;
      }
    };
  }

  /** Broadcast management is not offered: the negative result of Annex J names the function asked for. */
  private void refuse(int function, OctetString link) throws BACnetException {
    ByteQueue answer = new ByteQueue();
    answer.push(BVLC);
    answer.push(RESULT);
    answer.pushU2B(HEADER + 2);
    answer.pushU2B(Math.min(0x60, function == 9 ? 0x60 : (function == 8 ? 0x50 : function * 16)));
    send(IpNetworkUtils.getInetSocketAddress(link), answer.popAll());
  }

  @Override
  public void sendNPDU(
      Address recipient,
      @Nullable OctetString router,
      ByteQueue npdu,
      boolean broadcast,
      boolean expectsReply)
      throws BACnetException {
    ByteQueue queue = new ByteQueue();
    queue.push(BVLC);
    queue.push(broadcast ? BROADCAST : UNICAST);
    queue.pushU2B(npdu.size() + HEADER);
    queue.push(npdu);
    byte[] data = queue.popAll();
    if (broadcast || recipient.isGlobal()) {
      for (InetSocketAddress peer : livePeers()) {
        send(peer, data);
      }
    } else {
      send(IpNetworkUtils.getInetSocketAddress(getDestination(recipient, router)), data);
    }
  }

  private List<InetSocketAddress> livePeers() {
    long now = System.nanoTime();
    synchronized (peers) {
      for (Iterator<Long> heard = peers.values().iterator(); heard.hasNext(); ) {
        if (now - heard.next() > PEER_NANOS) {
          heard.remove();
        }
      }
      return List.copyOf(peers.keySet());
    }
  }

  private void send(InetSocketAddress to, byte[] data) throws BACnetException {
    DatagramChannel open = channel;
    if (muted || open == null) {
      return;
    }
    try {
      open.send(ByteBuffer.wrap(data), to);
      bytesOut += data.length;
    } catch (IOException e) {
      throw new BACnetException(e);
    }
  }

  @Override
  protected OctetString getBroadcastMAC() {
    return IpNetworkUtils.toOctetString(new byte[] {127, -1, -1, -1}, local().getPort());
  }

  @Override
  public Address[] getAllLocalAddresses() {
    return new Address[] {IpNetworkUtils.toAddress(local())};
  }

  @Override
  public Address getLoopbackAddress() {
    return IpNetworkUtils.toAddress(local());
  }

  @Override
  public NetworkIdentifier getNetworkIdentifier() {
    return new IpNetworkIdentifier(local().getPort(), local().getHostString());
  }

  @Override
  public MaxApduLength getMaxApduLength() {
    return MaxApduLength.UP_TO_1476;
  }

  @Override
  public long getBytesOut() {
    return bytesOut;
  }

  @Override
  public long getBytesIn() {
    return bytesIn;
  }

  /** One network is itself and no other. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
