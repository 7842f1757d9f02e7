package io.campustwin.server.fork;

import io.campustwin.engine.branch.Branch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The forks of a running server: at most {@value #LIMIT}, each until nobody has used it for half an hour. They live in
 * memory only; a restart forgets them. Any thread.
 */
public final class ForkDesk {
  /** At a time. */
  public static final int LIMIT = 4;

  static final long IDLE_MILLIS = 30 * 60_000;

  private final Map<String, Fork> forks = new LinkedHashMap<>();
  private long count;

  /** Keeps a new fork; empty if there are too many. */
  public synchronized Optional<Fork> add(String owner, long origin, Branch branch, long now) {
    expire(now);
    if (forks.size() >= LIMIT) {
      return Optional.empty();
    }
    count++;
    Fork fork = new Fork("f" + Long.toString(now, 36) + "-" + count, owner, origin, branch, now);
    forks.put(fork.id(), fork);
    return Optional.of(fork);
  }

  /** False if another one cannot be kept now. */
  public synchronized boolean hasRoom(long now) {
    expire(now);
    return forks.size() < LIMIT;
  }

  /** A fork, used now. */
  public synchronized Optional<Fork> find(String id, long now) {
    expire(now);
    Optional<Fork> fork = Optional.ofNullable(forks.get(id));
    fork.ifPresent(one -> one.use(now));
    return fork;
  }

  /** True if there was one. */
  public synchronized boolean remove(String id) {
    return forks.remove(id) != null;
  }

  private void expire(long now) {
    forks.values().removeIf(fork -> fork.expires() <= now);
  }
}
