// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.client;

import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.PriorityArray;
import com.serotonin.bacnet4j.type.constructed.PriorityValue;
import com.serotonin.bacnet4j.type.constructed.StatusFlags;
import com.serotonin.bacnet4j.type.primitive.BitString;
import com.serotonin.bacnet4j.type.primitive.Null;
import io.campustwin.adapter.bacnet.wire.PresentValue;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a device's answers mean to the twin. Stateless. */
final class Answers {
  private static final int FAULT_BIT = 1;

  private Answers() {}

  /** True if the device answered, if only to say no. */
  static boolean isRefusal(Throwable error) {
    return cause(error) instanceof Client.Refused;
  }

  static Throwable cause(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  /** The status flag {@code fault} makes a value bad; without flags it is good. */
  static Quality quality(@Nullable Encodable statusFlags) {
    boolean fault = statusFlags instanceof StatusFlags flags
        ? flags.isFault()
        : statusFlags instanceof BitString bits
            && bits.getValue().length > FAULT_BIT
            && bits.getValue()[FAULT_BIT];
    return fault ? Quality.bad(Quality.Reason.DEVICE_FAULT) : Quality.GOOD;
  }

  /** The occupied slots in the point's unit, highest priority first; null if it is no priority array. */
  static @Nullable List<DeviceSlot> slots(Point point, @Nullable Encodable priorityArray) {
    if (!(priorityArray instanceof PriorityArray array)) {
      return null;
    }
    List<DeviceSlot> slots = new ArrayList<>();
    for (int level = 1; level <= array.getCount(); level++) {
      PriorityValue slot = array.getBase1(level);
      if (!slot.isa(Null.class)) {
        int at = level;
        Encodable held = slot.getValue();
        PresentValue.decode(point, held).ifPresent(value -> slots.add(new DeviceSlot(at, value)));
      }
    }
    return List.copyOf(slots);
  }
}
