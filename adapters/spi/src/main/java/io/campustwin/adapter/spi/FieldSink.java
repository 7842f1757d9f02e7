package io.campustwin.adapter.spi;

import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.util.List;

/** Where an adapter reports to. Implementations queue and return at once. */
public interface FieldSink {
  void samples(List<Sample> samples);

  /** A link or a device behind it changed state; the receiver turns the points concerned bad. */
  void link(LinkStatus status);

  /** The occupied slots of a device's own priority array, whoever wrote them (capability PRIORITY). */
  void deviceSlots(PointId point, List<DeviceSlot> slots);
}
