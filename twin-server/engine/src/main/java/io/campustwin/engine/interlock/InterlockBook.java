package io.campustwin.engine.interlock;

import io.campustwin.asset.Point;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All interlocks of a campus; the first in the order of the files that a command breaks is named. */
public final class InterlockBook implements Interlocks {
  /** Life safety by hand is above every interlock. */
  private static final int BY_HAND = 1;

  private final Holders holders;
  private List<Interlock> interlocks;

  public InterlockBook(List<Interlock> interlocks, Holders holders) {
    this.interlocks = interlocks;
    this.holders = holders;
  }

  /** From now on others are in force. */
  public void replace(List<Interlock> others) {
    interlocks = others;
  }

  @Override
  public Optional<String> verdict(Point point, @Nullable Value value, String owner, int priority) {
    for (Interlock interlock : interlocks) {
      if (interlock.concerns(point)
          && (isKept(interlock, point, value, priority)
              || value != null && interlock.forbids(owner, value))) {
        return Optional.of(interlock.name().zh() + " / " + interlock.name().en());
      }
    }
    return Optional.empty();
  }

  private boolean isKept(Interlock interlock, Point point, @Nullable Value value, int priority) {
    if (interlock.keep().isEmpty() || priority <= BY_HAND) {
      return false;
    }
    Holders.Held held = holders.findHeld(point.id(), interlock.keep());
    if (held == null) {
      return false;
    }
    return value == null ? priority == held.priority() : !value.equals(held.value());
  }
}
