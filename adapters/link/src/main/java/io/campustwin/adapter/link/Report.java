package io.campustwin.adapter.link;

import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.util.List;

/** One thing an adapter reports, in the order it happened. */
sealed interface Report {
  /** A point reported. */
  record OfSample(Sample sample) implements Report {}

  /** A link or device changed state. */
  record OfLink(LinkStatus status) implements Report {}

  /** A device's priority array was read. */
  record OfSlots(PointId point, List<DeviceSlot> slots) implements Report {}

  /** Everything the edge knew when it was asked to tell all has been told. */
  record Complete() implements Report {}
}
