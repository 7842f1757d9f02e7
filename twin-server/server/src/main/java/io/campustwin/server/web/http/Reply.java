package io.campustwin.server.web.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param body JSON, empty with 204
 * @param tagged true if the answer carries an ETag and may be answered by 304
 * @param packed the body in gzip form where it is kept for many askers, else null
 */
public record Reply(
    int status, Buffer body, boolean tagged, @Nullable Buffer packed) {
  private Reply(int status, Buffer body, boolean tagged) {
    this(status, body, tagged, null);
  }

  /** A tagged answer that is kept: it is packed once, not for each who asks. */
  public static Reply kept(JsonObject json) {
    Buffer body = json.toBuffer();
    return new Reply(200, body, true, packed(body.getBytes()));
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
