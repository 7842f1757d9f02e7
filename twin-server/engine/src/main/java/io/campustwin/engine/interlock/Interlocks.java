package io.campustwin.engine.interlock;

import io.campustwin.asset.Point;
import io.campustwin.signal.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The question that every command is put to before it takes its slot. */
@FunctionalInterface
public interface Interlocks {
  /** Forbids nothing. */
  Interlocks NONE = (point, value, owner, priority) -> Optional.empty();

  /**
   * Which interlock a command for one point would break.
   *
   * @param value null gives the slot up
   * @param owner a user, {@code schedule:<id>} or {@code linkage:<id>}
   * @return its name in both languages, empty if there is none
   */
  Optional<String> verdict(Point point, @Nullable Value value, String owner, int priority);
}
