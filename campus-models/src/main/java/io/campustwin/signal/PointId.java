package io.campustwin.signal;

import java.util.regex.Pattern;

/**
 * Name of a point, unique on a campus and stable over model edits: {@code <equipment id>.<point name>}, for instance
 * {@code A101-LUM.switch}. Letters, digits, {@code - _ .} only, at most 96 characters, so that it is also a valid
 * OPC UA string identifier and MQTT topic level.
 */
public record PointId(String text) implements Comparable<PointId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,95}");

  public PointId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a point id: '" + text + "'");
    }
  }

  public static PointId of(String text) {
    return new PointId(text);
  }

  /** True if {@code text} can be a point id. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(PointId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
