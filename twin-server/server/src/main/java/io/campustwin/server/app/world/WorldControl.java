package io.campustwin.server.app.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.campustwin.place.Name;
import io.campustwin.server.app.process.SecretFile;
import io.campustwin.server.app.process.Secrets;
import io.campustwin.simulator.world.Faults;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The door at which {@code campus fault} speaks to a running virtual campus: HTTP on loopback, address and secret in a
 * file of its owner's in the data folder.
 */
public final class WorldControl implements AutoCloseable {
  private final LiveWorld world;
  private final Path file;
  private final String secret = Secrets.random();
  private final HttpServer server;

  private WorldControl(LiveWorld world, Path file) throws IOException {
    this.world = world;
    this.file = file;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
  }

  /** Opens the door and writes the file. */
  public static WorldControl open(LiveWorld world, Path file) throws IOException {
    WorldControl control = new WorldControl(world, file);
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
        answer(exchange, 401, new JsonObject());
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "GET" -> answer(exchange, 200, list());
        case "POST" -> inject(exchange);
        case "DELETE" -> {
          world.clear();
          answer(exchange, 200, list());
        }
        default -> answer(exchange, 405, new JsonObject());
      }
    }
  }

  private void inject(HttpExchange exchange) throws IOException {
    JsonObject order;
    try {
      byte[] body = exchange.getRequestBody().readNBytes(64 * 1024);
      order = new JsonObject(new String(body, StandardCharsets.UTF_8));
    } catch (DecodeException notJson) {
      answer(exchange, 400, problem(new Name("请求体不是 JSON", "the body is not JSON")));
      return;
    }
    Optional<Faults.Kind> kind = Faults.Kind.find(order.getString("kind", ""));
    if (kind.isEmpty()) {
      answer(exchange, 400, problem(new Name("没有此类故障", "there is no such kind of fault")));
      return;
    }
    Optional<Name> objection = world.inject(
        kind.get(),
        order.getString("target", ""),
        order.getLong("millis", 0L),
        order.getDouble("severity", 0.0));
    if (objection.isPresent()) {
      answer(exchange, 400, problem(objection.get()));
    } else {
      answer(exchange, 200, list());
    }
  }

  private static JsonObject problem(Name why) {
    return new JsonObject().put("zh", why.zh()).put("en", why.en());
  }

  private JsonObject list() {
    JsonArray faults = new JsonArray();
    for (Faults.Fault fault : world.faults()) {
      faults.add(new JsonObject()
          .put("kind", fault.kind().word())
          .put("target", fault.target())
          .put("until", fault.until() == 0 ? null : fault.until())
          .put("severity", fault.severity()));
    }
    return new JsonObject().put("faults", faults);
  }

  private static void answer(HttpExchange exchange, int status, JsonObject json)
      throws IOException {
    byte[] body = bytes(json.encode());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
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
