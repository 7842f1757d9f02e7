package io.campustwin.server.storage;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param historyAge telemetry older than this is dropped
 * @param historyBytes telemetry beyond this size on disk is dropped, oldest first
 */
public record StorageLimits(Duration historyAge, long historyBytes) {
  /** 30 days, 4 GiB. */
  public static final StorageLimits DEFAULT = new StorageLimits(Duration.ofDays(30), 4L << 30);
}
