package io.campustwin.server.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param body empty with 204
 * @param tagged true if the answer carries an ETag and may be answered by 304
 * @param type of the body
 * @param file name to save it by, empty for what is shown
 * @param packed the body in gzip form where it is kept for many askers, else null
 */
public record Reply(
    int status,
    Buffer body,
    boolean tagged,
    String type,
    String file,
    @Nullable Buffer packed) {
  private static final String JSON = "application/json; charset=utf-8";

  private Reply(int status, Buffer body, boolean tagged, String type, String file) {
    this(status, body, tagged, type, file, null);
  }

  /** A tagged answer that is kept: it is packed once, not for each who asks. */
  public static Reply kept(JsonObject json) {
    Buffer body = json.toBuffer();
    return new Reply(200, body, true, JSON, "", packed(body.getBytes()));
  }

  private static Buffer packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 8 + 64);
    try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
      packer.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes every byte", impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  public static Reply of(JsonObject json) {
    return new Reply(200, json.toBuffer(), false, JSON, "");
  }

  public static Reply of(int status, JsonObject json) {
    return new Reply(status, json.toBuffer(), false, JSON, "");
  }

  /** A large JSON document that is there already; it is packed here, for which the event loop has no time. */
  public static Reply ofJson(byte[] json) {
    return new Reply(200, Buffer.buffer(json), false, JSON, "", packed(json));
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

  /** The same with another text; an answer that is tagged or kept for many askers stays as it is. */
  public Reply rewritten(UnaryOperator<String> rewrite) {
    if (tagged || packed != null || !type.equals(JSON)) {
      return this;
    }
    String text = body.toString();
    String fresh = rewrite.apply(text);
    return fresh.equals(text)
        ? this
        : new Reply(status, Buffer.buffer(fresh), false, type, file, null);
  }

  public Reply withTag() {
    return new Reply(status, body, true, type, file);
  }
}
