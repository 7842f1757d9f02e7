package io.campustwin.simulator.serve.proxy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a UDP server (a BACnet/IP device) on a port of the loopback: loses, delays, repeats, reorders and slows
 * datagrams, both ways. Each client gets a port of its own towards the server, so that answers find back. Safe for
 * threads.
 */
public final class UdpProxy implements AutoCloseable {
  private static final int LARGEST = 65_507;
  private static final int THREADS = 1;
  private final InetSocketAddress target;
  private final DatagramSocket door;
  private final long seed;
  private final Map<SocketAddress, DatagramSocket> clients = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor later;
  private volatile Disturbance disturbance = Disturbance.NONE;

  /** One direction of one client; what waits is overtaken by the next. */
  private final class Way {
    private final DatagramSocket out;
    private final SocketAddress to;
    private final Pipe pipe;
    private byte @Nullable [] waiting;

    Way(DatagramSocket out, SocketAddress to, long chance) {
      this.out = out;
      this.to = to;
      pipe = new Pipe(() -> disturbance, chance);
    }

    void carry(byte[] bytes) {
      Disturbance now = pipe.rule(System.nanoTime());
      if (now.down() || pipe.strikes(now.loss())) {
        return;
      }
      byte[] before = waiting;
      waiting = null;
      if (before == null && pipe.strikes(now.reorder())) {
        waiting = bytes;
        return;
      }
      send(bytes);
      if (pipe.strikes(now.duplicate())) {
        send(bytes);
      }
      if (before != null) {
        send(before);
      }
    }

    private void send(byte[] bytes) {
      long now = System.nanoTime();
      long wait = pipe.through(now, bytes.length) - now;
      later.schedule(() -> put(bytes), wait, TimeUnit.NANOSECONDS);
    }

    private void put(byte[] bytes) {
      try {
        out.send(new DatagramPacket(bytes, bytes.length, to));
      } catch (IOException gone) {
        // a datagram more that is lost
      }
    }
  }

  private UdpProxy(InetSocketAddress target, DatagramSocket door, long seed) {
    this.target = target;
    this.door = door;
    this.seed = seed;
    later = new ScheduledThreadPoolExecutor(THREADS, task -> {
      Thread thread = new Thread(task, "udp-proxy-out");
      thread.setDaemon(true);
      return thread;
    });
    later.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * @param port to listen at, 0 for a free one
   */
  public static UdpProxy start(InetSocketAddress target, int port, long seed) throws IOException {
    DatagramSocket door = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    UdpProxy proxy = new UdpProxy(target, door, seed);
    thread(proxy::listen);
    return proxy;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on this happens to what passes. */
  public void disturb(Disturbance next) {
    disturbance = next;
  }

  private void listen() {
    Map<SocketAddress, Way> ways = new ConcurrentHashMap<>();
    receive(door, (from, bytes) -> {
      Way way = ways.get(from);
      if (way == null) {
        way = open(from, ways.size());
        ways.put(from, way);
      }
      way.carry(bytes);
    });
  }

  private Way open(SocketAddress client, int number) throws IOException {
    DatagramSocket own = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    clients.put(client, own);
    if (door.isClosed()) {
      own.close();
    }
    Way back = new Way(door, client, seed + 2L * number + 1);
    thread(() -> receive(own, (from, bytes) -> back.carry(bytes)));
    return new Way(own, target, seed + 2L * number);
  }

  /** Somebody who is handed datagrams. */
  private interface Ear {
    void heard(SocketAddress from, byte[] bytes) throws IOException;
  }

  private static void receive(DatagramSocket socket, Ear ear) {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        ear.heard(packet.getSocketAddress(), Arrays.copyOf(buffer, packet.getLength()));
      } catch (IOException gone) {
        // closed, or a port that nobody listens at: the next one may pass
      }
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "udp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    door.close();
    clients.values().forEach(DatagramSocket::close);
    later.shutdownNow();
  }
}
