package io.campustwin.adapter.spi.contract;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.VirtualDevices;

/** An adapter, the devices it talks to and the link between them; neither side is started. */
public interface FieldPair extends AutoCloseable {
  Adapter adapter();

  VirtualDevices devices();

  /** Takes the link away, as a pulled cable or a dead peer would. */
  void cut();

  /** Gives the link back; the adapter has to find it by itself. */
  void restore();

  /** Closes both sides and whatever stands between. */
  @Override
  void close();
}
