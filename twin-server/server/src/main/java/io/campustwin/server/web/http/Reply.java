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
 * @param body empty with 204
 * @param tagged true if the answer carries an ETag and may be answered by 304
 * @param type of the body
 * @param file name to save it by, empty for what is shown
 */
public record Reply(int status, Buffer body, boolean tagged, String type, String file) {
  private static final String JSON = "application/json; charset=utf-8";

  public static Reply of(JsonObject json) {
    return new Reply(200, json.toBuffer(), false, JSON, "");
  }

  public static Reply of(int status, JsonObject json) {
    return new Reply(status, json.toBuffer(), false, JSON, "");
  }

  /** A JSON document that is there already. */
  public static Reply ofJson(byte[] json) {
    return new Reply(200, Buffer.buffer(json), false, JSON, "");
  }

  /** A page to be saved under a name of letters, digits, {@code - _ .} */
  public static Reply ofPage(byte[] html, String file) {
    return new Reply(200, Buffer.buffer(html), false, "text/html; charset=utf-8", file);
  }

  public static Reply empty() {
    return new Reply(204, Buffer.buffer(), false, JSON, "");
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
    return new Reply(status, body, true, type, file);
  }
}
