package io.campustwin.server.app.process;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody uses at the moment, on loopback. */
public final class FreePorts {
  private static final int LOWEST = 20_000;
  private static final int COUNT = 12_000;
  private static final int TRIES = 200;

  private FreePorts() {}

  /**
   * A TCP port below those that the system gives to outgoing connections. A client that keeps trying to reach a dead
   * server on one of those may be given that very port, connect to itself, and keep the server from coming back.
   */
  public static int findTcp() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = LOWEST + ThreadLocalRandom.current().nextInt(COUNT);
      if (isFree("127.0.0.1", port)) {
        return port;
      }
    }
    throw new IOException("no free TCP port from " + LOWEST + " to " + (LOWEST + COUNT - 1));
  }

  /** A UDP port of the same range, so that it is still free when its owner starts again. */
  public static int findUdp() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = LOWEST + ThreadLocalRandom.current().nextInt(COUNT);
      try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one may be free.
      }
    }
    throw new IOException("no free UDP port from " + LOWEST + " to " + (LOWEST + COUNT - 1));
  }

  /** True if a server can listen there now. */
  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }
}
