package io.campustwin.engine.control;

import io.campustwin.asset.AdapterKind;
import io.campustwin.signal.FieldWrite;

/** What control tells the engine. */
public interface ControlEvents {
  /** To be sent to the field. */
  void write(AdapterKind adapter, FieldWrite write);

  /** An item entered a state. */
  void changed(CommandItem item);

  /** The slots of a point are others now. */
  void slotsChanged(int handle);
}
