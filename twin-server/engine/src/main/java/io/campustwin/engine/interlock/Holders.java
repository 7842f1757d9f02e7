package io.campustwin.engine.interlock;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what linkages hold at the moment; implemented by those who run them. */
@FunctionalInterface
public interface Holders {
  /** What stands in the slot of a linkage. */
  record Held(Value value, int priority) {}

  /** What an unreset run of one of these linkages has given a point, null if none has. */
  @Nullable
  Held findHeld(PointId point, Set<String> linkages);
}
