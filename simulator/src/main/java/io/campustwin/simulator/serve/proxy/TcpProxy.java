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
import java.util.concurrent.TimeUnit;

/**
 * Stands before a TCP server (MQTT broker, OPC UA server) on a port of the loopback and disturbs what passes. Pieces keep
 * their order, as TCP does. What it does may change at any time, and what waits then goes at once. Two threads a
 * direction, which end with their connection. Safe for threads.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int PIECE = 16_384;
  private static final int AHEAD = 1_024;
  private static final int CONNECT_MILLIS = 3_000;
  private static final Piece END = new Piece(new byte[0], 0, Disturbance.NONE);
  private final InetSocketAddress target;
  private final ServerSocket door;
  private final long seed;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Disturbance disturbance = Disturbance.NONE;
  private long connections;

  /** Bytes, when they come out, and what rules that they do. */
  private record Piece(byte[] bytes, long time, Disturbance rule) {}

  /** What a thread does. */
  private interface Task {
    void run() throws InterruptedException;
  }

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
    thread("tcp-proxy", proxy::accept);
    return proxy;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on this happens to what passes; going down cuts every connection. */
  public synchronized void disturb(Disturbance next) {
    disturbance = next;
    notifyAll();
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

  private void connect(Socket client) {
    Socket server = new Socket();
    open.add(client);
    open.add(server);
    try {
      server.connect(target, CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    } catch (IOException nobody) {
      end(client, server);
      return;
    }
    long number = connections++;
    join(client, server, seed + 2 * number);
    join(server, client, seed + 2 * number + 1);
    if (disturbance.down()) {
      end(client, server);
    }
  }

  private void join(Socket from, Socket to, long chance) {
    BlockingQueue<Piece> way = new LinkedBlockingQueue<>(AHEAD);
    thread("tcp-proxy-in", () -> take(from, way, new Pipe(() -> disturbance, chance)));
    thread("tcp-proxy-out", () -> give(from, to, way));
  }

  private static void take(Socket from, BlockingQueue<Piece> way, Pipe pipe)
      throws InterruptedException {
    try {
      byte[] buffer = new byte[PIECE];
      InputStream in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        long now = System.nanoTime();
        Disturbance rule = pipe.rule(now);
        way.put(new Piece(Arrays.copyOf(buffer, count), pipe.inOrder(now, count), rule));
      }
    } catch (IOException cut) {
      // the other side hears of it below
    }
    way.put(END);
  }

  private void give(Socket from, Socket to, BlockingQueue<Piece> way) throws InterruptedException {
    try {
      for (Piece piece = way.take(); piece != END; piece = way.take()) {
        hold(piece);
        to.getOutputStream().write(piece.bytes());
      }
    } catch (IOException cut) {
      // both are shut below
    }
    end(from, to);
    way.clear(); // so that who still reads finds room for its end
  }

  private synchronized void hold(Piece piece) throws InterruptedException {
    long left = piece.time() - System.nanoTime();
    while (left > 0 && piece.rule() == disturbance) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = piece.time() - System.nanoTime();
    }
  }

  private void end(Socket from, Socket to) {
    shut(from);
    shut(to);
    open.remove(from);
    open.remove(to);
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      // it is gone, as wanted
    }
  }

  private static void thread(String name, Task task) {
    Thread thread = new Thread(
        () -> {
          try {
            task.run();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        },
        name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    disturb(Disturbance.DOWN);
  }
}
