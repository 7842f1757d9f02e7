package io.campustwin.adapter.spi.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server on loopback, so that a test can tear their connections without a goodbye. */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * @param target port of the server on loopback
   */
  public TcpProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Tears every connection; new ones are taken again. */
  public void tear() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException alreadyGone) {
        // That is what was wanted.
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    tear();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
        open.add(client);
        open.add(server);
        thread(() -> pump(client, server));
        thread(() -> pump(server, client));
      }
    } catch (IOException closed) {
      // The proxy was closed, or the server is gone: the client sees it.
    }
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException torn) {
      // Torn on purpose.
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
