package io.campustwin.simulator.envelope;

import io.campustwin.codec.Fault;
import io.campustwin.place.Name;

/** A description that cannot stand in the physical world, with the thing at fault and how to mend it. */
public final class HeatFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient Fault fault;

  private HeatFault(Fault fault) {
    super(fault.id() + ": " + fault.message().en() + "; " + fault.mend().en());
    this.fault = fault;
  }

  /** What, where and how to mend; {@code file} and {@code line} are those of the campus, empty if it has none. */
  public Fault fault() {
    return fault;
  }

  /** The same fault with the place in the files that the description came from. */
  public HeatFault in(String file, int line) {
    return new HeatFault(
        new Fault(file, line, fault.id(), fault.code(), fault.message(), fault.mend()));
  }

  public static HeatFault of(String code, String id, Name message, Name mend) {
    return new HeatFault(new Fault("", 0, id, code, message, mend));
  }

  /** A figure must be above zero. */
  public static void needPositive(String code, String id, Name what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw of(
          code,
          id,
          new Name(what.zh() + "为 " + value, what.en() + " is " + value),
          new Name("应为大于 0 的数", "give a number above 0"));
    }
  }

  /** A figure must be zero or more. */
  public static void needNotNegative(String code, String id, Name what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw of(
          code,
          id,
          new Name(what.zh() + "为 " + value, what.en() + " is " + value),
          new Name("应为不小于 0 的数", "give 0 or more"));
    }
  }

  /** A share must lie within 0 to 1. */
  public static void needShare(String code, String id, Name what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw of(
          code,
          id,
          new Name(what.zh() + "为 " + value, what.en() + " is " + value),
          new Name("应为 0 到 1 之间的数", "give a number from 0 to 1"));
    }
  }

  /** Internal gains are zero or more; cooling is the plant's. */
  public static void needGain(String id, double watts) {
    needNotNegative("negative-gain", id, new Name("内部得热（W）", "internal gain in W"), watts);
  }

  /** Air flows are zero or more. */
  public static void needFlow(String id, double flow) {
    needNotNegative("negative-flow", id, new Name("换气热流（W/K）", "air flow in W/K"), flow);
  }
}
