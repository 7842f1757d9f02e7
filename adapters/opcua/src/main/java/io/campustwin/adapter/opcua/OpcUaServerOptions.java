package io.campustwin.adapter.opcua;

import java.nio.file.Path;

/**
 * How the virtual device server listens.
 *
 * @param host address to bind, {@code 127.0.0.1} unless configured otherwise
 * @param port 0 for any free one
 * @param user who may connect, over SignAndEncrypt with Basic256Sha256 only
 * @param securityDir where the server keeps its key, so that it starts quickly and stays trusted
 * @param openReading true adds an endpoint without security or login on which everything can be read and nothing
 *     written, for foreign test clients
 */
public record OpcUaServerOptions(
    String host, int port, String user, String password, Path securityDir, boolean openReading) {
  @Override
  public String toString() {
    return "OpcUaServerOptions[" + host + ":" + port + ", openReading=" + openReading + "]";
  }
}
