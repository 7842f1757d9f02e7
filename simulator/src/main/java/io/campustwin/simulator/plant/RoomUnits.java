package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units in rooms, side by side: coils on the pipes, heat pumps of their own, and indoor units that share an outdoor unit. Each
 * has its controller. In a step a unit is first asked what it could give, then told what it shall, and all are settled at the
 * end: an outdoor unit serves the side, heating or cooling, for which its units ask more, locks out the others and rations what
 * it cannot carry; its electricity is split by what they get, as refrigerant systems are billed. W, negative for cold.
 */
public final class RoomUnits {
  private static final double INDOOR_WET_BULB = 19;
  private final List<Unit> units;
  private final Pid[] control;
  private final double[] air;
  private final double[] given;
  private final double[] electric;
  private final List<Outdoor> outdoors = new ArrayList<>();

  /** What a unit is set to. */
  public enum Mode {
    OFF,
    COOL,
    HEAT
  }

  /**
   * One unit.
   *
   * @param alone heat pump of its own
   * @param outdoor name of the outdoor unit that it shares, empty for none; on the pipes if it has neither
   */
  public record Unit(FanCoil coil, @Nullable HeatPump alone, String outdoor) {
    /** True if water feeds it. */
    public boolean isPiped() {
      return alone == null && outdoor.isEmpty();
    }
  }

  /** An outdoor unit and the indices of its units. */
  private record Outdoor(Vrf machine, int[] units) {}

  public RoomUnits(List<Unit> units) {
    this.units = List.copyOf(units);
    int size = units.size();
    control = new Pid[size];
    Arrays.setAll(control, k -> new Pid(Pid.Tuning.ROOM));
    air = new double[size];
    given = new double[size];
    electric = new double[size];
    Map<String, List<Integer>> shared = new LinkedHashMap<>();
    for (int k = 0; k < size; k++) {
      if (!units.get(k).outdoor().isEmpty()) {
        shared
            .computeIfAbsent(units.get(k).outdoor(), name -> new ArrayList<>())
            .add(k);
      }
    }
    shared.values().forEach(this::outdoor);
  }

  private void outdoor(List<Integer> shared) {
    double indoor = 0;
    for (int k : shared) {
      indoor += units.get(k).coil().cooling();
    }
    int[] all = shared.stream().mapToInt(Integer::intValue).toArray();
    outdoors.add(new Outdoor(Vrf.of(indoor, indoor), all));
  }

  public Unit unit(int k) {
    return units.get(k);
  }

  public Pid control(int k) {
    return control[k];
  }

  /**
   * What a unit gives with its valve open, 0 if it is off or locked out.
   *
   * @param water in the pipes, °C; NaN if it stands
   * @param room °C
   */
  public double most(int k, Mode mode, double water, double room) {
    air[k] = room;
    FanCoil coil = units.get(k).coil();
    if (mode == Mode.OFF) {
      return 0;
    }
    if (!units.get(k).isPiped()) {
      return mode == Mode.COOL ? -coil.cooling() : coil.heating();
    }
    if (Double.isNaN(water)) {
      return 0;
    }
    return mode == Mode.COOL ? -coil.coldest(water, room) : coil.warmest(water, room);
  }

  /** Tells a unit what it shall give. */
  public void ask(int k, double watts) {
    given[k] = watts;
    electric[k] = 0;
  }

  /** Lets compressors run for what was asked. */
  public void settle(Vrf.Outdoors outside) {
    for (int k = 0; k < given.length; k++) {
      HeatPump alone = units.get(k).alone();
      if (alone != null) {
        Energy energy = given[k] < 0
            ? alone.cool(-given[k], INDOOR_WET_BULB, outside.temperature())
            : alone.heat(given[k], outside.temperature(), outside.humidity());
        given[k] = energy.given();
        electric[k] = energy.electric();
      }
    }
    for (Outdoor one : outdoors) {
      settle(one, outside);
    }
  }

  private void settle(Outdoor one, Vrf.Outdoors outside) {
    double cold = 0;
    double heat = 0;
    double warmth = 0;
    for (int k : one.units) {
      cold += Math.max(0, -given[k]);
      heat += Math.max(0, given[k]);
      warmth += Math.max(0, given[k]) * air[k];
    }
    boolean cools = cold > heat;
    double asked = Math.max(cold, heat);
    Energy energy = asked == 0
        ? Energy.NONE
        : cools
            ? one.machine.cool(cold, INDOOR_WET_BULB, outside.temperature())
            : one.machine.heat(heat, warmth / heat, outside);
    for (int k : one.units) {
      boolean served = asked > 0 && given[k] < 0 == cools;
      double share = served ? Math.abs(given[k]) / asked : 0;
      given[k] = share * energy.given();
      electric[k] = share * energy.electric();
    }
  }

  /** What a unit gives. */
  public double given(int k) {
    return given[k];
  }

  /** What its compressor draws. */
  public double electric(int k) {
    return electric[k];
  }

  /** Sum of what units on the pipes give, or of the others. */
  public double given(boolean piped) {
    double sum = 0;
    for (int k = 0; k < given.length; k++) {
      sum += units.get(k).isPiped() == piped ? given[k] : 0;
    }
    return sum;
  }

  /** Electricity of all compressors. */
  public double electric() {
    double sum = 0;
    for (double watts : electric) {
      sum += watts;
    }
    return sum;
  }

  public void save(ByteWriter out) {
    out.reals(given).reals(electric).reals(air);
    List.of(control).forEach(one -> one.save(out));
  }

  public void load(ByteReader in) {
    in.reals(given);
    in.reals(electric);
    in.reals(air);
    List.of(control).forEach(one -> one.load(in));
  }
}
