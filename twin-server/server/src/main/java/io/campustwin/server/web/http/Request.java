package io.campustwin.server.web.http;

import io.campustwin.server.security.Action;
import io.campustwin.server.security.Authority;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Target;
import io.campustwin.server.security.Verdict;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request, already authenticated and with its parameters checked by name.
 *
 * @param token empty for a visitor
 * @param peer address it came from
 * @param paths parameters of the path
 * @param queries parameters of the query, only those of the route
 * @param body empty object where none is expected
 */
public record Request(
    Principal principal,
    String token,
    String peer,
    Map<String, String> paths,
    Map<String, String> queries,
    JsonObject body) {
  public String path(String name) {
    String value = paths.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter '" + name + "'");
    }
    return value;
  }

  public Optional<String> findQuery(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  /** A whole number of the query. */
  public int integer(String name, int low, int high, int otherwise) {
    String text = queries.get(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= low && number <= high) {
        return number;
      }
    }
    throw Refusals.badQuery(
        name,
        "必须是 " + low + " 到 " + high + " 的整数",
        "must be a whole number from " + low + " to " + high);
  }

  /** A moment of the query: RFC 3339 or epoch ms. */
  public long time(String name, long otherwise) {
    String text = queries.get(name);
    if (text == null) {
      return otherwise;
    }
    return Fields.parseTime(text)
        .orElseThrow(() -> Refusals.badQuery(
            name, "必须是 RFC 3339 时间或毫秒时间戳", "must be an RFC 3339 time or epoch milliseconds"));
  }

  /** The body, with nothing in it but {@code known} fields. */
  public Fields fields(String... known) {
    return Fields.of(body, Set.of(known));
  }

  /** Refuses unless the principal may do this; {@code name} stands in the message. */
  public void require(Action action, Target target, String name) {
    Verdict verdict = Authority.authorise(principal, action, target);
    if (!verdict.isGranted()) {
      throw Refusals.of(verdict, principal, name);
    }
  }

  /** Whether the principal may see the target. */
  public boolean sees(Target target) {
    return Authority.authoriseView(principal, target).isGranted();
  }
}
