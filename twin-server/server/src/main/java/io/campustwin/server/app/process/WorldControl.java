package io.campustwin.server.app.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.campustwin.simulator.serve.FaultDesk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The door at which {@code campus fault} speaks to a running virtual campus: HTTP on loopback, address and secret in a
 * file of its owner's in the data folder.
 */
public final class WorldControl implements AutoCloseable {
  private final FaultDesk desk;
  private final Path file;
  private final String secret = Secrets.random();
  private final HttpServer server;

  private WorldControl(FaultDesk desk, Path file) throws IOException {
    this.desk = desk;
    this.file = file;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
  }

  /** Opens the door and writes the file. */
  public static WorldControl open(FaultDesk desk, Path file) throws IOException {
    WorldControl control = new WorldControl(desk, file);
    control.server.createContext("/faults", control::handle);
    control.server.start();
    SecretFile.write(
        file,
        new JsonObject()
            .put("url", "http://127.0.0.1:" + control.server.getAddress().getPort() + "/faults")
            .put("secret", control.secret));
    return control;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (given == null || !MessageDigest.isEqual(bytes(given), bytes("Bearer " + secret))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      byte[] answer = desk.answer(exchange.getRequestBody().readNBytes(64 * 1024));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    Files.deleteIfExists(file);
  }
}
