package io.campustwin.asset;

/**
 * What a device can bear of commands.
 *
 * @param minOnMillis once on it stays on this long, 0 for no such time
 * @param minOffMillis once off it stays off this long, 0 for no such time
 * @param perMinute writes it takes within any 60 s, 0 for no limit; life safety is not held to it
 */
public record WriteLimits(long minOnMillis, long minOffMillis, int perMinute) {
  public static final WriteLimits NONE = new WriteLimits(0, 0, 0);

  /** True if a switch must rest after it was thrown. */
  public boolean hasTimes() {
    return minOnMillis > 0 || minOffMillis > 0;
  }
}
