// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that listens on the sockets of any number of {@link UdpNetwork}s. */
public final class UdpHub implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UdpHub.class);
  private static final int LARGEST = 2_048;
  private static final int RECEIVE_BUFFER = 1 << 21;

  /** Takes what a socket received; called on the hub's thread. */
  public interface Receiver {
    void received(InetSocketAddress from, byte[] data);
  }

  private record Registration(DatagramChannel channel, Receiver receiver) {}

  private final Selector selector;
  private final Queue<Registration> fresh = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  public UdpHub(String name) {
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new IllegalStateException("no selector: " + e.getMessage(), e);
    }
    this.thread = new Thread(this::listen, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a socket; port 0 takes a free one. */
  public DatagramChannel open(InetSocketAddress bind, Receiver receiver) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
      channel.bind(bind);
      channel.configureBlocking(false);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    fresh.add(new Registration(channel, receiver));
    selector.wakeup();
    return channel;
  }

  @Override
  public void close() {
    try {
      selector.close();
      thread.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.debug("selector: {}", e.toString());
    }
  }

  private void listen() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
    while (selector.isOpen()) {
      try {
        register();
        selector.select(key -> drain(key, buffer));
      } catch (ClosedSelectorException e) {
        return;
      } catch (IOException e) {
        LOG.warn("listening: {}", e.toString());
      }
    }
  }

  private void register() {
    for (Registration next = fresh.poll(); next != null; next = fresh.poll()) {
      try {
        next.channel().register(selector, SelectionKey.OP_READ, next.receiver());
      } catch (ClosedChannelException e) {
        LOG.debug("closed before it was heard");
      }
    }
  }

  private static void drain(SelectionKey key, ByteBuffer buffer) {
    DatagramChannel channel = (DatagramChannel) key.channel();
    try {
      while (true) {
        buffer.clear();
        if (!(channel.receive(buffer) instanceof InetSocketAddress from)) {
          return;
        }
        buffer.flip();
        byte[] data = new byte[buffer.remaining()];
        buffer.get(data);
        ((Receiver) key.attachment()).received(from, data);
      }
    } catch (ClosedChannelException e) {
      key.cancel();
    } catch (IOException e) {
      LOG.debug("receiving: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.warn("datagram not understood: {}", e.toString());
    }
  }
}
