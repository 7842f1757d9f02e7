// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.device;

import com.serotonin.bacnet4j.exception.BACnetServiceException;
import com.serotonin.bacnet4j.obj.AnalogInputObject;
import com.serotonin.bacnet4j.obj.AnalogOutputObject;
import com.serotonin.bacnet4j.obj.AnalogValueObject;
import com.serotonin.bacnet4j.obj.BACnetObject;
import com.serotonin.bacnet4j.obj.BinaryInputObject;
import com.serotonin.bacnet4j.obj.BinaryOutputObject;
import com.serotonin.bacnet4j.obj.BinaryValueObject;
import com.serotonin.bacnet4j.obj.CharacterStringObject;
import com.serotonin.bacnet4j.obj.MultistateInputObject;
import com.serotonin.bacnet4j.obj.MultistateOutputObject;
import com.serotonin.bacnet4j.obj.MultistateValueObject;
import com.serotonin.bacnet4j.type.constructed.BACnetArray;
import com.serotonin.bacnet4j.type.constructed.PriorityArray;
import com.serotonin.bacnet4j.type.constructed.PriorityValue;
import com.serotonin.bacnet4j.type.constructed.PropertyValue;
import com.serotonin.bacnet4j.type.constructed.ValueSource;
import com.serotonin.bacnet4j.type.enumerated.BinaryPV;
import com.serotonin.bacnet4j.type.enumerated.EngineeringUnits;
import com.serotonin.bacnet4j.type.enumerated.ObjectType;
import com.serotonin.bacnet4j.type.enumerated.Polarity;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.CharacterString;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import com.serotonin.bacnet4j.type.primitive.UnsignedInteger;
import io.campustwin.adapter.bacnet.wire.PresentValue;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.spi.PointConversion;
import io.campustwin.asset.Point;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the BACnet object of one point: outputs and values of writable points with a priority array, the rest read
 * only; all with COV, description, units and state texts. Every type is the stack's own, with one thing added: a write
 * that comes over the network passes a guard first.
 */
final class VirtualObject {
  private static final float SMALLEST_INCREMENT = 0.01f;
  private static final int MINIMUM_ON_OFF = 6;

  /** Asked before a write from the network is carried out. */
  @FunctionalInterface
  interface Guard {
    void before(BACnetObject object, PropertyValue value) throws BACnetServiceException;
  }

  private final Station station;
  private final Point point;
  private final int number;
  private final String name;
  private final Guard guard;

  private VirtualObject(Station station, Point point, ObjectIdentifier object, Guard guard) {
    this.station = station;
    this.point = point;
    this.number = object.getInstanceNumber();
    this.name = point.id().text();
    this.guard = guard;
  }

  /** Adds the object to its device. */
  static BACnetObject add(Station station, Point point, ObjectIdentifier object, Guard guard)
      throws BACnetServiceException {
    BACnetObject made =
        new VirtualObject(station, point, object, guard).build(object.getObjectType());
    made.writePropertyInternal(
        PropertyIdentifier.description, new CharacterString(point.name().en()));
    return made;
  }

  private BACnetObject build(ObjectType type) throws BACnetServiceException {
    if (type.equals(ObjectType.characterstringValue)) {
      return text();
    }
    if (type.isOneOf(ObjectType.binaryInput, ObjectType.binaryOutput, ObjectType.binaryValue)) {
      return binary(type);
    }
    if (type.isOneOf(ObjectType.analogInput, ObjectType.analogOutput, ObjectType.analogValue)) {
      return analog(type);
    }
    return multiState(type);
  }

  /**
   * Lets the guard see a write from the network, and fills slot 6 itself: the stack keeps that one for minimum on and off
   * times, which no object here has, and would refuse it. The present value follows from writing the default anew.
   *
   * @return true if nothing is left to write
   */
  private boolean fills(BACnetObject object, @Nullable ValueSource source, PropertyValue value)
      throws BACnetServiceException {
    if (source == null || !source.isAddress()) {
      return false;
    }
    guard.before(object, value);
    PriorityArray array = object.get(PropertyIdentifier.priorityArray);
    if (array == null
        || !PropertyIdentifier.presentValue.equals(value.getPropertyIdentifier())
        || value.getPriority() == null
        || value.getPriority().intValue() != MINIMUM_ON_OFF) {
      return false;
    }
    array.setBase1(MINIMUM_ON_OFF, new PriorityValue(value.getValue()));
    object.writePropertyInternal(
        PropertyIdentifier.relinquishDefault, object.get(PropertyIdentifier.relinquishDefault));
    return true;
  }

  private BACnetObject binary(ObjectType type) throws BACnetServiceException {
    BinaryPV off = BinaryPV.inactive;
    if (type.equals(ObjectType.binaryOutput)) {
      return new BinaryOutputObject(station, number, name, off, false, Polarity.normal, off) {
        @Override
        public BACnetObject writeProperty(ValueSource source, PropertyValue value)
            throws BACnetServiceException {
          return fills(this, source, value) ? this : super.writeProperty(source, value);
        }
      }.supportStateText("off", "on").supportCovReporting();
    }
    if (type.equals(ObjectType.binaryInput)) {
      return new BinaryInputObject(station, number, name, off, false, Polarity.normal)
          .supportStateText("off", "on")
          .supportCovReporting();
    }
    BinaryValueObject value = new BinaryValueObject(station, number, name, off, false) {
      @Override
      public BACnetObject writeProperty(ValueSource source, PropertyValue pv)
          throws BACnetServiceException {
        return fills(this, source, pv) ? this : super.writeProperty(source, pv);
      }
    };
    if (point.template().writable()) {
      value.supportCommandable(off);
    }
    return value.supportStateText("off", "on").supportCovReporting();
  }

  private BACnetObject analog(ObjectType type) throws BACnetServiceException {
    EngineeringUnits units = PresentValue.units(point.address().rawUnit());
    float start = startNumber();
    float increment = increment();
    if (type.equals(ObjectType.analogOutput)) {
      return new AnalogOutputObject(station, number, name, start, units, false, start) {
        @Override
        public BACnetObject writeProperty(ValueSource source, PropertyValue value)
            throws BACnetServiceException {
          return fills(this, source, value) ? this : super.writeProperty(source, value);
        }
      }.supportCovReporting(increment);
    }
    if (type.equals(ObjectType.analogInput)) {
      return new AnalogInputObject(station, number, name, start, units, false)
          .supportCovReporting(increment);
    }
    AnalogValueObject value = new AnalogValueObject(station, number, name, start, units, false) {
      @Override
      public BACnetObject writeProperty(ValueSource source, PropertyValue pv)
          throws BACnetServiceException {
        return fills(this, source, pv) ? this : super.writeProperty(source, pv);
      }
    };
    if (point.template().writable()) {
      value.supportCommandable(start);
    }
    return value.supportCovReporting(increment);
  }

  private BACnetObject multiState(ObjectType type) throws BACnetServiceException {
    List<String> states = point.template().states();
    int count = states.size();
    BACnetArray<CharacterString> texts =
        new BACnetArray<>(states.stream().map(CharacterString::new).toList());
    if (type.equals(ObjectType.multiStateOutput)) {
      return new MultistateOutputObject(station, number, name, count, texts, 1, 1, false) {
        @Override
        public BACnetObject writeProperty(ValueSource source, PropertyValue value)
            throws BACnetServiceException {
          return fills(this, source, value) ? this : super.writeProperty(source, value);
        }
      }.supportCovReporting();
    }
    if (type.equals(ObjectType.multiStateInput)) {
      return new MultistateInputObject(station, number, name, count, texts, 1, false)
          .supportCovReporting();
    }
    MultistateValueObject value =
        new MultistateValueObject(station, number, name, count, texts, 1, false) {
          @Override
          public BACnetObject writeProperty(ValueSource source, PropertyValue pv)
              throws BACnetServiceException {
            return fills(this, source, pv) ? this : super.writeProperty(source, pv);
          }
        };
    if (point.template().writable()) {
      value.supportCommandable(new UnsignedInteger(1));
    }
    return value.supportCovReporting();
  }

  private BACnetObject text() throws BACnetServiceException {
    CharacterString empty = new CharacterString("");
    CharacterStringObject value = new CharacterStringObject(station, number, name, empty, false) {
      @Override
      public BACnetObject writeProperty(ValueSource source, PropertyValue pv)
          throws BACnetServiceException {
        return fills(this, source, pv) ? this : super.writeProperty(source, pv);
      }
    };
    if (point.template().writable()) {
      value.supportCommandable(empty);
    }
    return value.supportCovReporting();
  }

  /** The number nearest to 0 that the point can have, in the raw unit. */
  private float startNumber() {
    double start = Math.max(point.template().min(), Math.min(point.template().max(), 0));
    return PointConversion.toWire(point, Value.of(start))
        .map(raw -> (float) ((Value.Num) raw).number())
        .orElse(0f);
  }

  /** Half of what confirms a command, in the raw unit. */
  private float increment() {
    Value.Num zero = rawNumber(0);
    Value.Num half = rawNumber(point.template().tolerance() / 2);
    return Math.max(SMALLEST_INCREMENT, (float) Math.abs(half.number() - zero.number()));
  }

  private Value.Num rawNumber(double number) {
    return (Value.Num) PointConversion.toWire(point, Value.of(number)).orElse(Value.of(number));
  }
}
