package io.campustwin.server.app.cli;

import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class CommonOptions {
  @Option(names = "--json", descriptionKey = "json")
  boolean json;

  @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang")
  String lang = "";

  @Option(names = "--debug", descriptionKey = "debug")
  boolean debug;

  public Console console() {
    return Console.of(Language.isChinese(), json);
  }

  public boolean isDebug() {
    return debug;
  }
}
