package io.campustwin.adapter.spi;

import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.WriteOutcome;

/** What stands behind virtual devices and carries out their writes: the world. */
@FunctionalInterface
public interface WriteHandler {
  /**
   * A device received a write. For a device with a priority array this is the new effective value of the point (the
   * array has been arbitrated), with the priority it comes from; {@code commandId} is empty where the protocol carries
   * none.
   */
  WriteOutcome written(String device, FieldWrite write);
}
