package io.campustwin.server.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door between keys and names. Whatever is written down holds keys; a text on its way out to somebody signed in gets
 * the names back here, so that no view can forget it. Any thread; the table behind it is loaded by its owner.
 *
 * <p>Keys in fields whose name ends in {@code Key} stay as they are: they prove the audit's chain.
 */
public final class Pseudonyms {
  /** Stands for a person who was erased. */
  public static final String ERASED = "已删除的人员 / erased person";

  /** Stands for any person where the asker is a visitor. */
  public static final String SOMEBODY = "工作人员 / staff";

  private static final Pattern KEY = Pattern.compile("(?<!Key\":\")\\bu:[0-9a-f]{16}\\b");

  private volatile Map<String, String> names = Map.of();
  private final Map<String, String> added = new ConcurrentHashMap<>();

  /** Takes the table as it is now: name by key. */
  public void load(Map<String, String> people) {
    names = Map.copyOf(people);
    added.clear();
  }

  /** One who came since the table was loaded, such as at a sign-in. */
  public void add(String key, String name) {
    added.put(key, name);
  }

  /** The text with a name, escaped for JSON, in the place of every key. */
  public String reveal(String json, Principal asker) {
    if (!json.contains("u:")) {
      return json;
    }
    Matcher found = KEY.matcher(json);
    StringBuilder text = new StringBuilder(json.length() + 64);
    while (found.find()) {
      String name = asker.isVisitor() ? SOMEBODY : name(found.group());
      found.appendReplacement(text, Matcher.quoteReplacement(escaped(name)));
    }
    return found.appendTail(text).toString();
  }

  private String name(String key) {
    String name = names.get(key);
    return name != null ? name : added.getOrDefault(key, ERASED);
  }

  private static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
