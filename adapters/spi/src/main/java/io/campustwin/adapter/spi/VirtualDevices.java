package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.Sample;
import java.util.List;

/**
 * The device side of one protocol: real servers or clients on the wire that show a world. They hold no physics, never
 * invent a value, and fall silent when told to.
 */
public interface VirtualDevices extends AutoCloseable {
  AdapterKind kind();

  /** Brings the devices of {@code points} up. Every write they take goes to {@code world}. */
  void start(List<Point> points, WriteHandler world);

  /** New values from the world, in the points' units. */
  void show(List<Sample> samples);

  /** Makes one device (as in the device map) silent on the wire, or lets it speak again. */
  void silence(String device, boolean silent);

  @Override
  void close();
}
