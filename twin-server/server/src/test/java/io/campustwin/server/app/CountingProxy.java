package io.campustwin.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes one connection after another on to a port of this machine and counts what comes back. */
final class CountingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int port;
  private final AtomicLong received = new AtomicLong();

  CountingProxy(int port) throws IOException {
    this.port = port;
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Bytes that the server has sent so far, as the socket carries them. */
  long received() {
    return received.get();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        start(() -> pump(client, server, new AtomicLong()));
        start(() -> pump(server, client, received));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void pump(Socket from, Socket to, AtomicLong count) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        count.addAndGet(length);
        out.write(buffer, 0, length);
      }
    } catch (IOException closed) {
      // one side has gone
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
