package io.campustwin.server.app.cli;

import java.util.List;
import java.util.Locale;

/** The language of this process, chosen once before anything is printed. */
public final class Language {
  private Language() {}

  /** Takes {@code --lang X} or {@code --lang=X} if given, else keeps the locale of the environment. */
  public static void choose(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        set(arguments.get(i + 1));
      } else if (argument.startsWith("--lang=")) {
        set(argument.substring("--lang=".length()));
      }
    }
  }

  private static void set(String tag) {
    String plain = tag.toLowerCase(Locale.ROOT).replace('_', '-');
    if (plain.equals("zh") || plain.equals("zh-cn")) {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    } else if (plain.equals("en") || plain.startsWith("en-")) {
      Locale.setDefault(Locale.ENGLISH);
    } else {
      throw CliException.badInput(
          "不支持的语言“" + tag + "”；请用 --lang zh-CN 或 --lang en",
          "language '" + tag + "' is not known; give --lang zh-CN or --lang en");
    }
  }

  public static boolean isChinese() {
    return Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
