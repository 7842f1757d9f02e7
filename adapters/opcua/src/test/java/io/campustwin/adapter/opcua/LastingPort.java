package io.campustwin.adapter.opcua;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for a server that goes and comes back. */
final class LastingPort {
  private LastingPort() {}

  /**
   * A free port below those given to outgoing connections: a client that keeps trying to reach the dead server could
   * otherwise be given its very port, connect to itself, and keep the server from coming back.
   */
  static int find() {
    int first = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
    for (int port = first; port < 32_000; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
    throw new IllegalStateException("no free port from " + first + " to 31999");
  }
}
