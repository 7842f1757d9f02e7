// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.device;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import org.jspecify.annotations.Nullable;

/** Sees every write that a virtual device receives, also one that changes nothing or is refused. */
@FunctionalInterface
public interface Witness {
  /** Sees nothing. */
  Witness NONE = (device, point, value, priority) -> {};

  /**
   * @param value in the point's unit; null if the slot was relinquished
   * @param priority 1 to 16
   */
  void received(String device, PointId point, @Nullable Value value, int priority);
}
