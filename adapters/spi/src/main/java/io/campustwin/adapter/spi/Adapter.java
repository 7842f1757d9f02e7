package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * One protocol's way to the field. It converts units once, keeps its link alive by itself (back-off with jitter), and
 * never invents a value. Methods do not block; callbacks come on the adapter's own threads, for one point in order.
 */
public interface Adapter extends AutoCloseable {
  AdapterKind kind();

  /** What this adapter can do; the contract suite proves both yes and no. */
  Set<Capability> capabilities();

  /**
   * Starts reporting {@code points} to {@code sink}. Called once. Returns at once: a field that is not there is a
   * state ({@link LinkState#RETRYING}), not an error.
   */
  void start(List<Point> points, FieldSink sink);

  /** Carries out one write; the stage always completes normally, with the field's answer. */
  CompletionStage<WriteOutcome> write(FieldWrite write);

  /** Reads points from their devices now; a point that did not answer comes back with bad quality. */
  CompletionStage<List<Sample>> read(List<PointId> points);

  /** What the field offers, mapped or not; empty without the capability BROWSE. */
  CompletionStage<List<Discovered>> browse();

  LinkStatus status();

  AdapterStatistics statistics();

  /** Ends every session and thread of this adapter. Idempotent. */
  @Override
  void close();

  /** Closed list of what adapters may differ in. */
  enum Capability {
    /** The device keeps a 16-level priority array of its own; null relinquishes a slot. */
    PRIORITY,
    /** The device pushes changes. */
    SUBSCRIBE,
    BROWSE,
    /** Single points can be read on demand. */
    READ,
    /** A silent device is told from a dead link. */
    DEVICE_STATE
  }
}
