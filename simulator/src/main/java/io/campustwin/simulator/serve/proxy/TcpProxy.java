package io.campustwin.simulator.serve.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands before a TCP server (MQTT broker, OPC UA server) on a port of the loopback and disturbs what passes. Pieces keep
 * their order, as TCP does. What it does may change at any time. Safe for threads.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int PIECE = 16_384;
  private static final int AHEAD = 4_096;
  private final InetSocketAddress target;
  private final ServerSocket door;
  private final long seed;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Disturbance disturbance = Disturbance.NONE;
  private long connections;

  /** Bytes and when they come out; none at the end of the stream. */
  private record Piece(byte[] bytes, long time) {}

  private TcpProxy(InetSocketAddress target, ServerSocket door, long seed) {
    this.target = target;
    this.door = door;
    this.seed = seed;
  }

  /**
   * @param port to listen at, 0 for a free one
   */
  public static TcpProxy start(InetSocketAddress target, int port, long seed) throws IOException {
    ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    TcpProxy proxy = new TcpProxy(target, door, seed);
    proxy.thread("tcp-proxy", proxy::accept);
    return proxy;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on this happens to what passes; going down cuts every connection. */
  public void disturb(Disturbance next) {
    disturbance = next;
    if (next.down()) {
      open.forEach(TcpProxy::shut);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (disturbance.down()) {
          shut(client);
        } else {
          connect(client);
        }
      } catch (IOException gone) {
        // the proxy was closed, or the client went while it was let in
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket();
    try {
      server.connect(target, 3_000);
    } catch (IOException nobody) {
      shut(client);
      return;
    }
    long number = connections++;
    join(client, server, seed + 2 * number);
    join(server, client, seed + 2 * number + 1);
  }

  private void join(Socket from, Socket to, long chance) throws IOException {
    from.setTcpNoDelay(true);
    open.add(from);
    BlockingQueue<Piece> way = new LinkedBlockingQueue<>(AHEAD);
    Pipe pipe = new Pipe(() -> disturbance, chance);
    thread("tcp-proxy-in", () -> take(from, way, pipe));
    thread("tcp-proxy-out", () -> give(from, to, way));
  }

  private static void take(Socket from, BlockingQueue<Piece> way, Pipe pipe) {
    long last = 0;
    try {
      byte[] buffer = new byte[PIECE];
      InputStream in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        long now = System.nanoTime();
        last = last == 0 ? pipe.inOrder(now, count, now) : pipe.inOrder(now, count, last);
        way.put(new Piece(Arrays.copyOf(buffer, count), last));
      }
    } catch (IOException cut) {
      // the other side hears of it below
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    way.offer(new Piece(new byte[0], Math.max(last, System.nanoTime())));
  }

  private void give(Socket from, Socket to, BlockingQueue<Piece> way) {
    try {
      for (Piece piece = way.take(); piece.bytes().length > 0; piece = way.take()) {
        Pipe.waitUntil(piece.time());
        to.getOutputStream().write(piece.bytes());
      }
    } catch (IOException cut) {
      // both are shut below
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    shut(from);
    shut(to);
    open.remove(from);
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      // it is gone, as wanted
    }
  }

  private void thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(TcpProxy::shut);
  }
}
