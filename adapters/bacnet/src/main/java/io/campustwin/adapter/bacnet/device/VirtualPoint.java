// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.device;

import com.serotonin.bacnet4j.exception.BACnetServiceException;
import com.serotonin.bacnet4j.obj.BACnetObject;
import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.PriorityArray;
import com.serotonin.bacnet4j.type.constructed.PriorityValue;
import com.serotonin.bacnet4j.type.constructed.PropertyValue;
import com.serotonin.bacnet4j.type.enumerated.ErrorClass;
import com.serotonin.bacnet4j.type.enumerated.ErrorCode;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.enumerated.Reliability;
import com.serotonin.bacnet4j.type.primitive.Null;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import io.campustwin.adapter.bacnet.wire.PresentValue;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One point as a BACnet object. The world is asked before a write that changes the effective value is carried out: what
 * it refuses never enters the priority array.
 *
 * <p>What the world shows becomes the present value. While no slot of a commandable object is occupied it is the
 * relinquish default (what the device does by itself); while one is, the present value departs from the array if the
 * world says so, as a local override would. For a moment after a write the array holds alone, so that a value the world
 * showed before it heard of the write does not undo it.
 */
final class VirtualPoint {
  private static final int LOWEST = 16;
  private static final long SETTLE_MILLIS = 1_000;

  private final Station station;
  private final Point point;
  private final BACnetObject object;
  private final WriteHandler world;
  private final Witness witness;
  private long writtenNanos;
  private @Nullable Encodable late;

  VirtualPoint(
      Station station, Point point, ObjectIdentifier id, WriteHandler world, Witness witness)
      throws BACnetServiceException {
    this.station = station;
    this.point = point;
    this.world = world;
    this.witness = witness;
    this.object = VirtualObject.add(station, point, id, this::beforeWrite);
  }

  /** The world has a new value. */
  void show(Sample sample) {
    boolean bad = sample.quality().level() == Quality.Level.BAD;
    Reliability reliability = bad ? Reliability.unreliableOther : Reliability.noFaultDetected;
    if (!reliability.equals(object.get(PropertyIdentifier.reliability))) {
      object.writePropertyInternal(PropertyIdentifier.reliability, reliability);
    }
    PresentValue.encode(point, sample.value()).ifPresent(this::show);
  }

  private synchronized void show(Encodable value) {
    PriorityArray array = array();
    if (array == null) {
      object.writePropertyInternal(PropertyIdentifier.presentValue, value);
      return;
    }
    if (level(array) == 0) {
      if (!value.equals(object.get(PropertyIdentifier.relinquishDefault))
          || !value.equals(object.get(PropertyIdentifier.presentValue))) {
        object.writePropertyInternal(PropertyIdentifier.relinquishDefault, value);
      }
      return;
    }
    if (value.equals(object.get(PropertyIdentifier.presentValue))) {
      late = null;
      return;
    }
    long settled = writtenNanos + SETTLE_MILLIS * 1_000_000 - System.nanoTime();
    if (settled <= 0) {
      late = null;
      object.writePropertyInternal(PropertyIdentifier.presentValue, value);
      return;
    }
    if (late == null) {
      station.schedule(this::showLate, settled / 1_000_000 + 1, TimeUnit.MILLISECONDS);
    }
    late = value;
  }

  private synchronized void showLate() {
    Encodable value = late;
    late = null;
    if (value != null) {
      show(value);
    }
  }

  private void beforeWrite(BACnetObject written, PropertyValue value)
      throws BACnetServiceException {
    PriorityArray array = array();
    if (!PropertyIdentifier.presentValue.equals(value.getPropertyIdentifier()) || array == null) {
      return;
    }
    int priority = value.getPriority() == null ? LOWEST : value.getPriority().intValue();
    Encodable raw = value.getValue();
    Optional<Value> wanted = PresentValue.decode(point, raw);
    if (!(raw instanceof Null) && wanted.isEmpty()) {
      throw new BACnetServiceException(ErrorClass.property, ErrorCode.valueOutOfRange);
    }
    witness.received(point.address().device(), point.id(), wanted.orElse(null), priority);
    if (wanted.flatMap(v -> PointConversion.objection(point, v)).isPresent()) {
      throw new BACnetServiceException(ErrorClass.property, ErrorCode.valueOutOfRange);
    }
    if (priority < 1 || priority > LOWEST) {
      throw new BACnetServiceException(ErrorClass.services, ErrorCode.parameterOutOfRange);
    }
    tellWorld(array, priority, raw);
  }

  /** Asks the world if the effective value would change. */
  private void tellWorld(PriorityArray array, int priority, Encodable raw)
      throws BACnetServiceException {
    int held = level(array);
    int level = levelAfter(array, priority, raw);
    Encodable after = level == 0 ? relinquishDefault() : slot(array, level, priority, raw);
    Encodable before = held == 0 ? relinquishDefault() : value(array, held);
    boolean changes = !Objects.equals(after, before)
        || !after.equals(object.get(PropertyIdentifier.presentValue));
    Optional<Value> effective = PresentValue.decode(point, after);
    if (changes && effective.isPresent()) {
      FieldWrite write = new FieldWrite(
          "", point.id(), effective.get(), level == 0 ? LOWEST : level, Long.MAX_VALUE);
      WriteOutcome outcome = world.written(point.address().device(), write);
      if (outcome.kind() == WriteOutcome.Kind.REFUSED) {
        throw new BACnetServiceException(ErrorClass.property, ErrorCode.writeAccessDenied);
      }
      if (outcome.kind() != WriteOutcome.Kind.ACKNOWLEDGED) {
        throw new BACnetServiceException(ErrorClass.device, ErrorCode.operationalProblem);
      }
    }
    synchronized (this) {
      writtenNanos = System.nanoTime();
      late = null;
    }
  }

  private static int levelAfter(PriorityArray array, int priority, Encodable raw) {
    for (int level = 1; level <= LOWEST; level++) {
      boolean empty = level == priority ? raw instanceof Null : value(array, level) instanceof Null;
      if (!empty) {
        return level;
      }
    }
    return 0;
  }

  private static Encodable slot(PriorityArray array, int level, int priority, Encodable raw) {
    return level == priority ? raw : value(array, level);
  }

  /** The lowest occupied level, 0 if none is. */
  private static int level(PriorityArray array) {
    for (int level = 1; level <= LOWEST; level++) {
      if (!(value(array, level) instanceof Null)) {
        return level;
      }
    }
    return 0;
  }

  private static Encodable value(PriorityArray array, int level) {
    PriorityValue slot = array.getBase1(level);
    return slot.getValue();
  }

  private Encodable relinquishDefault() {
    return object.get(PropertyIdentifier.relinquishDefault);
  }

  private @Nullable PriorityArray array() {
    return object.get(PropertyIdentifier.priorityArray);
  }
}
