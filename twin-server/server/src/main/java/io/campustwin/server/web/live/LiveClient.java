package io.campustwin.server.web.live;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.state.PointState;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Authority;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Session;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.api.Targets;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Problems;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection. Token first, then a subscription, which may be replaced at any time. Back-pressure: while the write
 * queue is full nothing is sent and the board keeps the newest value of each point. Event loop only.
 */
final class LiveClient {
  static final int BAD_MESSAGE = 4400;
  static final int SESSION_ENDED = 4401;

  /** A client may take a connection for dead that is silent for longer. */
  private static final long HEARTBEAT_MILLIS = 5_000;

  private final ServerWebSocket socket;
  private final Twin twin;
  private final LiveBoard board;
  private final Sessions sessions;
  private final String epoch;

  private @Nullable Principal principal;
  private String token = "";
  private int[] wanted = {};
  private boolean subscribed;
  private long seen;
  private long number;
  private long spoken;

  LiveClient(ServerWebSocket socket, Twin twin, LiveBoard board, Sessions sessions, String epoch) {
    this.socket = socket;
    this.twin = twin;
    this.board = board;
    this.sessions = sessions;
    this.epoch = epoch;
  }

  boolean hasGreeted() {
    return principal != null;
  }

  /** Takes one message of the client; a fault in it is answered by name and ends the connection. */
  void take(String text) {
    try {
      JsonObject message = new JsonObject(text);
      Fields fields = Fields.of(message, Set.of("token", "subscribe"));
      if (principal == null || fields.has("token")) {
        greet(message);
      }
      if (message.getValue("subscribe") instanceof JsonObject subscription) {
        subscribe(subscription);
      } else if (fields.has("subscribe")) {
        throw Refusals.badField("subscribe", "必须是对象", "must be an object");
      }
    } catch (Refusal refusal) {
      refuse(refusal);
    } catch (DecodeException | ClassCastException notJson) {
      refuse(Problems.badJson());
    }
  }

  private void refuse(Refusal refusal) {
    socket.writeTextMessage(
        new JsonObject().put("problem", Problems.document(refusal, false)).encode());
    int code = refusal.status() == 401 ? SESSION_ENDED : BAD_MESSAGE;
    socket.close((short) code, refusal.code());
  }

  private void greet(JsonObject message) {
    if (!message.containsKey("token")) {
      throw Refusals.badField(
          "token", "须在第一条消息中给出；访客用 null", "must stand in the first message; null for a visitor");
    }
    Object given = message.getValue("token");
    principal = given == null ? Principal.VISITOR : signedIn(given.toString());
    token = given == null ? "" : given.toString();
    JsonObject hello = new JsonObject()
        .put("user", principal.login())
        .put("role", principal.role().word())
        .put("epoch", epoch)
        .put("qualities", LiveMessages.qualityWords());
    send(new JsonObject().put("hello", hello));
  }

  private Principal signedIn(String given) {
    return sessions.find(given).map(Session::principal).orElseThrow(Refusals::badSession);
  }

  private void subscribe(JsonObject subscription) {
    Fields fields = Fields.of(subscription, Set.of("query", "since", "epoch"));
    CampusModel model = twin.model();
    Object query = subscription.getValue("query");
    Principal known = principal == null ? Principal.VISITOR : principal;
    List<Point> points = query == null ? model.points() : Targets.select(model, query, known);
    wanted = points.stream()
        .filter(point -> sees(model, point))
        .mapToInt(board::indexOf)
        .toArray();
    subscribed = true;
    number = 0;
    long since = fields.whole("since", -1);
    boolean resumes =
        since >= 0 && epoch.equals(subscription.getValue("epoch")) && since <= board.version();
    seen = resumes ? since : board.version();
    if (resumes) {
      flush();
    } else {
      image();
    }
  }

  private boolean sees(CampusModel model, Point point) {
    Target target = Target.of(model, point);
    return Optional.ofNullable(principal)
        .map(known -> Authority.authoriseView(known, target).isGranted())
        .orElse(false);
  }

  private void image() {
    long now = twin.now();
    List<PointState> states = board.newer(wanted, -1);
    send(numbered(now).put("image", LiveMessages.image(states, now)));
  }

  /** Sends what is new, unless the client is still busy with what it has; ends a session that is over. */
  void flush() {
    if (!token.isEmpty() && !sessions.isGood(token)) {
      socket.close((short) SESSION_ENDED, "session-ended");
      return;
    }
    long newest = board.version();
    if (!subscribed || socket.writeQueueFull()) {
      return;
    }
    if (newest != seen) {
      sendNews(newest);
    }
    long now = twin.now();
    if (now - spoken >= HEARTBEAT_MILLIS) {
      send(new JsonObject().put("t", now));
    }
  }

  private void sendNews(long newest) {
    List<PointState> states = board.newer(wanted, seen);
    List<Integer> again = board.heardAgain(wanted, seen);
    List<Alarm> alarms = visibleAlarms();
    seen = newest;
    if (!states.isEmpty() || !again.isEmpty() || !alarms.isEmpty()) {
      long now = twin.now();
      JsonObject message = numbered(now);
      if (!states.isEmpty()) {
        message.put("c", LiveMessages.changes(states, now));
      }
      if (!again.isEmpty()) {
        message.put("u", new JsonArray(again));
      }
      if (!alarms.isEmpty()) {
        message.put("a", LiveMessages.alarms(alarms));
      }
      send(message);
    }
  }

  private List<Alarm> visibleAlarms() {
    return board.newerAlarms(seen).stream().filter(this::seesAlarm).toList();
  }

  private boolean seesAlarm(Alarm alarm) {
    Principal known = principal;
    return known != null
        && twin.model()
            .findPoint(alarm.point())
            .map(point -> Target.of(twin.model(), point))
            .map(target -> Authority.authorise(known, Action.VIEW, target).isGranted())
            .orElse(false);
  }

  private JsonObject numbered(long now) {
    return new JsonObject().put("n", number++).put("v", seen).put("t", now);
  }

  private void send(JsonObject message) {
    spoken = twin.now();
    socket.writeTextMessage(message.encode());
  }
}
