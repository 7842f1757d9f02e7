package io.campustwin.adapter.spi;

import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The device map of one adapter at work: its points by id and by device, and the last value each of them reported, so
 * that a report without a usable value can turn the last known one bad instead of inventing one. Thread-safe.
 */
public final class PointTable {
  private final Map<PointId, Point> points = new LinkedHashMap<>();
  private final Map<String, List<Point>> byDevice = new LinkedHashMap<>();
  private final Map<PointId, Value> last = new ConcurrentHashMap<>();

  public PointTable(List<Point> points) {
    for (Point point : points) {
      this.points.put(point.id(), point);
      byDevice
          .computeIfAbsent(point.address().device(), key -> new ArrayList<>())
          .add(point);
    }
  }

  public Optional<Point> find(PointId id) {
    return Optional.ofNullable(points.get(id));
  }

  /** All points in the order of the device map. */
  public Collection<Point> points() {
    return points.values();
  }

  /** Points of one device; empty if there is no such device. */
  public List<Point> ofDevice(String device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /** Ids of the devices in the order of the device map. */
  public Set<String> devices() {
    return byDevice.keySet();
  }

  /**
   * The sample for what a device said.
   *
   * @param raw in the raw unit; null if it said nothing that can be held
   * @return empty if there is no usable value and never was one
   */
  public Optional<Sample> sample(
      Point point, @Nullable Value raw, Quality reported, long sourceTime, boolean simulated) {
    Optional<Value> value = raw == null ? Optional.empty() : PointConversion.fromWire(point, raw);
    if (value.isPresent()) {
      last.put(point.id(), value.get());
      Quality quality = PointConversion.judged(point, value.get(), reported);
      return Optional.of(new Sample(point.id(), value.get(), quality, sourceTime, simulated));
    }
    Quality quality = reported.isGood() ? Quality.bad(Quality.Reason.NOT_CONVERTIBLE) : reported;
    return Optional.ofNullable(last.get(point.id()))
        .map(known -> new Sample(point.id(), known, quality, sourceTime, simulated));
  }

  /** A sample that is in the point's unit already; empty if the point cannot hold its value. */
  public Optional<Sample> plain(Point point, Sample sample) {
    if (!PointConversion.fits(point.template(), sample.value())) {
      return Optional.empty();
    }
    last.put(point.id(), sample.value());
    Quality quality = PointConversion.judged(point, sample.value(), sample.quality());
    return Optional.of(
        quality.equals(sample.quality())
            ? sample
            : new Sample(
                sample.point(), sample.value(), quality, sample.sourceTime(), sample.simulated()));
  }

  /** The last known value turned bad; a blank one marked never-reported if there is none. */
  public Sample unanswered(Point point, Quality.Reason reason, long now) {
    Value known = last.get(point.id());
    return known == null
        ? new Sample(
            point.id(),
            PointConversion.blank(point.template()),
            Quality.bad(Quality.Reason.NEVER_REPORTED),
            now,
            false)
        : new Sample(point.id(), known, Quality.bad(reason), now, false);
  }

  /**
   * The answer to a write that must not be sent; empty if it may be.
   *
   * @param now epoch milliseconds
   */
  public Optional<WriteOutcome> refusal(
      FieldWrite write, Set<Adapter.Capability> capabilities, long now) {
    Point point = points.get(write.point());
    if (point == null) {
      return refused(WriteOutcome.Kind.UNKNOWN_POINT, "no point " + write.point());
    }
    if (now > write.deadline()) {
      return refused(WriteOutcome.Kind.EXPIRED, (now - write.deadline()) + " ms past the deadline");
    }
    if (!point.template().writable()) {
      return refused(WriteOutcome.Kind.REFUSED, write.point() + " is not writable");
    }
    Value value = write.value();
    if (value == null) {
      return capabilities.contains(Adapter.Capability.PRIORITY)
          ? Optional.empty()
          : refused(
              WriteOutcome.Kind.REFUSED,
              write.point() + " has no priority array: there is nothing to relinquish");
    }
    return PointConversion.fits(point.template(), value)
        ? Optional.empty()
        : refused(
            WriteOutcome.Kind.REFUSED,
            PointConversion.objection(point, value).orElse("value of another type"));
  }

  private static Optional<WriteOutcome> refused(WriteOutcome.Kind kind, String detail) {
    return Optional.of(WriteOutcome.of(kind, detail));
  }
}
