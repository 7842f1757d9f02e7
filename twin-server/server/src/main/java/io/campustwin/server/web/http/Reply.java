package io.campustwin.server.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param body JSON, empty with 204
 * @param tagged true if the answer carries an ETag and may be answered by 304
 */
public record Reply(int status, Buffer body, boolean tagged) {
  public static Reply of(JsonObject json) {
    return new Reply(200, json.toBuffer(), false);
  }

  public static Reply of(int status, JsonObject json) {
    return new Reply(status, json.toBuffer(), false);
  }

  public static Reply empty() {
    return new Reply(204, Buffer.buffer(), false);
  }

  /** {@code {items:[…]}}, and {@code next} where there is more. */
  public static <T> Reply list(List<T> items, Function<T, JsonObject> view, @Nullable String next) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(view.apply(item)));
    JsonObject json = new JsonObject().put("items", array);
    if (next != null) {
      json.put("next", next);
    }
    return of(json);
  }

  public Reply withTag() {
    return new Reply(status, body, true);
  }
}
