package io.campustwin.server.app.cli;

import io.campustwin.place.Name;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output and error of one command. With {@code json} exactly one document goes to standard output; everything
 * for people goes to standard error then.
 */
public final class Console {
  private final boolean chinese;
  private final boolean json;
  private final PrintStream out;
  private final PrintStream err;

  private Console(boolean chinese, boolean json, PrintStream out, PrintStream err) {
    this.chinese = chinese;
    this.json = json;
    this.out = out;
    this.err = err;
  }

  /** On the process's own streams, in UTF-8. */
  public static Console of(boolean chinese, boolean json) {
    return new Console(chinese, json, utf8(System.out), utf8(System.err));
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  public boolean isJson() {
    return json;
  }

  /** The result for programs; nothing without {@code --json}. */
  public void document(JsonObject document) {
    if (json) {
      out.println(document.encode());
    }
  }

  /** The result for people; nothing with {@code --json}. */
  public void result(String zh, String en) {
    if (!json) {
      out.println(chinese ? zh : en);
    }
  }

  /** News and errors, for people. */
  public void note(String zh, String en) {
    err.println(chinese ? zh : en);
  }

  public void note(Name text) {
    note(text.zh(), text.en());
  }

  public String pick(Name text) {
    return chinese ? text.zh() : text.en();
  }
}
