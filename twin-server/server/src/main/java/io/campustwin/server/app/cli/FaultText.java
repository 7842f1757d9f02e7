package io.campustwin.server.app.cli;

import io.campustwin.codec.Fault;
import io.campustwin.place.Name;
import io.vertx.core.json.JsonObject;

/** A fault of a campus folder as one line, and as JSON. */
public final class FaultText {
  private FaultText() {}

  /** {@code file:line id: message; mend}. */
  public static Name of(Fault fault) {
    String where = fault.file()
        + (fault.line() > 0 ? ":" + fault.line() : "")
        + (fault.id().isEmpty() ? "" : " " + fault.id());
    return new Name(
        where + "：" + fault.message().zh() + "；" + fault.mend().zh(),
        where + ": " + fault.message().en() + "; " + fault.mend().en());
  }

  public static JsonObject json(Fault fault) {
    return new JsonObject()
        .put("file", fault.file())
        .put("line", fault.line())
        .put("id", fault.id())
        .put("code", fault.code())
        .put("message", json(fault.message()))
        .put("mend", json(fault.mend()));
  }

  private static JsonObject json(Name name) {
    return new JsonObject().put("zh", name.zh()).put("en", name.en());
  }
}
