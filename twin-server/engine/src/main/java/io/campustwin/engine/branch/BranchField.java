package io.campustwin.engine.branch;

import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in for the devices of a branch. Asked by one thread, with times that never go back (epoch ms). */
public interface BranchField {
  /** Takes a write and returns the answer to it. */
  Input take(Output.Write write);

  /** The next thing a device says up to {@code time}, null if nothing. */
  @Nullable
  List<Input> next(long time);

  /** What all devices report at {@code now}, null if nothing. */
  @Nullable
  Input round(long now);

  /** When the branch is to look again after {@code now}. */
  default long tick(long now) {
    return now + 1_000;
  }

  /** Writes that were taken and are not shown yet, for a field that follows this one. */
  default List<Output.Write> pending() {
    return List.of();
  }
}
