package io.campustwin.server.ditto;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.json.JsonObject;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A Ditto endpoint for tests: the WebSocket protocol at {@code /ws/2} with basic authentication over things kept in
 * memory; put (modify at the root), merge, retrieve and delete. It can refuse things, stay silent, and be stopped and
 * started again at the same port.
 */
public final class DittoEndpoint implements AutoCloseable {
  static final String USER = "ditto";
  static final String PASSWORD = "secret";
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, JsonObject> things = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();

  /** Every command in order: {@code <action> <thing id>}. */
  final ConcurrentLinkedQueue<String> commands = new ConcurrentLinkedQueue<>();

  private volatile boolean silent;
  private HttpServer server;
  private int port;

  public static DittoEndpoint start() throws Exception {
    DittoEndpoint endpoint = new DittoEndpoint();
    endpoint.open();
    return endpoint;
  }

  void open() throws Exception {
    server = vertx
        .createHttpServer(
            new HttpServerOptions().setHost("127.0.0.1").setMaxWebSocketFrameSize(1 << 20))
        .webSocketHandshakeHandler(this::check)
        .webSocketHandler(this::serve);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      try {
        server.listen(port, "127.0.0.1").await(5, TimeUnit.SECONDS);
        break;
      } catch (Exception stillClosing) {
        if (!(stillClosing instanceof BindException) || System.nanoTime() > end) {
          throw stillClosing;
        }
        LockSupport.parkNanos(50_000_000);
      }
    }
    port = server.actualPort();
  }

  /** Cuts every connection and stops listening. */
  void stop() throws Exception {
    sockets.forEach(ServerWebSocket::close);
    server.close().await(5, TimeUnit.SECONDS);
  }

  public URI uri() {
    return URI.create("ws://127.0.0.1:" + port + "/ws/2");
  }

  public Map<String, JsonObject> things() {
    return things;
  }

  void refuse(String thing, boolean on) {
    if (on) {
      refused.add(thing);
    } else {
      refused.remove(thing);
    }
  }

  /** Commands are taken but neither carried out nor answered. */
  void beSilent(boolean on) {
    silent = on;
  }

  @Override
  public void close() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  private void check(ServerWebSocketHandshake handshake) {
    String wanted = "Basic "
        + Base64.getEncoder()
            .encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    if (!handshake.path().equals("/ws/2")) {
      handshake.reject(404);
    } else if (!wanted.equals(handshake.headers().get("Authorization"))) {
      handshake.reject(401);
    } else {
      handshake.accept();
    }
  }

  private void serve(ServerWebSocket socket) {
    sockets.add(socket);
    socket.closeHandler(closed -> sockets.remove(socket));
    socket.textMessageHandler(text -> {
      if (!text.startsWith("{")) {
        socket.writeTextMessage(text.replaceAll("\\?.*", "") + ":ACK");
      } else if (!silent) {
        JsonObject answer = answer(new JsonObject(text));
        if (answer != null) {
          socket.writeTextMessage(answer.encode());
        }
      }
    });
  }

  /** Topic: {@code <namespace>/<name>/things/twin/commands/<action>}. */
  private JsonObject answer(JsonObject command) {
    String[] topic = command.getString("topic").split("/");
    String id = topic[0] + ":" + topic[1];
    String action = topic[5];
    commands.add(action + " " + id);
    JsonObject headers = command.getJsonObject("headers", new JsonObject());
    if (refused.contains(id)) {
      return error(command, id, 403, "things:thing.notmodifiable");
    }
    JsonObject value =
        command.getValue("value") instanceof JsonObject object ? object : new JsonObject();
    JsonObject before = things.get(id);
    if (before == null && !action.equals("modify")) {
      return error(command, id, 404, "things:thing.notfound");
    }
    JsonObject answer = new JsonObject()
        .put("topic", command.getString("topic"))
        .put("path", command.getString("path"))
        .put("headers", answerHeaders(headers));
    switch (action) {
      case "modify" -> {
        things.put(id, value);
        answer.put("status", before == null ? 201 : 204);
        if (before == null) {
          answer.put("value", value);
        }
      }
      case "merge" -> {
        things.put(id, before.copy().mergeIn(value, true));
        answer.put("status", 204);
      }
      case "retrieve" -> answer.put("status", 200).put("value", before);
      case "delete" -> {
        things.remove(id);
        answer.put("status", 204);
      }
      default -> {
        return error(command, id, 400, "things:unknown");
      }
    }
    boolean wanted = !Boolean.FALSE.equals(headers.getValue("response-required"));
    return wanted ? answer : null;
  }

  private static JsonObject error(JsonObject command, String id, int status, String word) {
    return new JsonObject()
        .put("topic", id.replace(':', '/') + "/things/twin/errors")
        .put("path", "/")
        .put("headers", answerHeaders(command.getJsonObject("headers", new JsonObject())))
        .put(
            "value",
            new JsonObject()
                .put("status", status)
                .put("error", word)
                .put("message", "The Thing with ID '" + id + "': " + word))
        .put("status", status);
  }

  private static JsonObject answerHeaders(JsonObject headers) {
    return new JsonObject()
        .put("correlation-id", headers.getString("correlation-id"))
        .put("content-type", "application/vnd.eclipse.ditto+json")
        .put("version", 2);
  }
}
