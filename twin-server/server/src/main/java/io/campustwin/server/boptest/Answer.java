package io.campustwin.server.boptest;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An answer in BOPTEST's form.
 *
 * @param status 200, 400 for bad input, 404, 500; also the status of HTTP
 * @param payload null if there is none
 */
record Answer(int status, String message, @Nullable Object payload) {
  static Answer of(String message, @Nullable Object payload) {
    return new Answer(200, message, payload);
  }

  JsonObject toJson() {
    return new JsonObject().put("status", status).put("message", message).put("payload", payload);
  }
}
