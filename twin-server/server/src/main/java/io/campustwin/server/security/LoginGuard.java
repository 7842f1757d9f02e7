package io.campustwin.server.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down guessing: after {@code free} failures in a row for one key (an account, or an address) each further one
 * doubles the wait, from 1 s to at most 5 min; a success clears it. Remembers the newest 10,000 keys.
 */
public final class LoginGuard {
  private static final int MOST = 10_000;
  private static final long LONGEST_WAIT = 300_000;

  private final LongSupplier clock;
  private final int free;
  private final Map<String, Failures> byKey = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > MOST;
    }
  };

  public LoginGuard(LongSupplier clock, int free) {
    this.clock = clock;
    this.free = free;
  }

  /** How long the key has to wait before its next try, ms; 0 for not at all. */
  public synchronized long waitMillis(String key) {
    Failures failures = byKey.get(key);
    return failures == null ? 0 : Math.max(0, failures.until - clock.getAsLong());
  }

  public synchronized void failed(String key) {
    Failures before = byKey.remove(key);
    int count = before == null ? 1 : before.count + 1;
    long wait = count < free ? 0 : Math.min(LONGEST_WAIT, 1000L << Math.min(count - free, 20));
    byKey.put(key, new Failures(count, clock.getAsLong() + wait));
  }

  public synchronized void succeeded(String key) {
    byKey.remove(key);
  }

  private record Failures(int count, long until) {}
}
