package io.campustwin.simulator.boptest;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Space;
import io.campustwin.simulator.world.WorldOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A campus as BOPTEST sees one: measurements, inputs, zones, what counts as whose power, boundary conditions. Times are
 * whole seconds since the first midnight of {@value #YEAR}, local time. Immutable; its own schedules and linkages are the
 * embedded control that runs whatever is not overridden.
 */
public final class TestCase {
  /** Its first second is time 0. */
  public static final int YEAR = 2026;

  /** Control step of a test that set none, s. */
  public static final int STEP = 900;

  private static final long SEED = 1;
  private final String name;
  private final CampusModel model;
  private final Rules rules;
  private final ZoneId zone;
  private final Signals signals;
  private final List<Knob> knobs;
  private final Boundary boundary;

  /**
   * @param zone local time of the campus
   */
  public TestCase(String name, CampusModel model, Rules rules, ZoneId zone) {
    this.name = name;
    this.model = model;
    this.rules = rules;
    this.zone = zone;
    signals = new Signals(model);
    knobs = signals.knobs();
    boundary = new Boundary(model, options(0), signals.zones());
  }

  public String name() {
    return name;
  }

  CampusModel model() {
    return model;
  }

  Rules rules() {
    return rules;
  }

  /** A world that begins at a time. */
  WorldOptions options(long seconds) {
    long midnight = LocalDate.of(YEAR, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli();
    return WorldOptions.of(SEED, midnight + seconds * 1000).withZone(zone);
  }

  public List<Signal> measurements() {
    return signals.measured();
  }

  public List<Knob> inputs() {
    return knobs;
  }

  public List<Zone> zones() {
    return signals.zones();
  }

  /** Signals of HVAC's electric power. */
  public List<String> electricPower() {
    return signals.electric();
  }

  /** Signals of heat that is bought; empty if none is. */
  public List<String> districtHeat() {
    return signals.heat();
  }

  public Boundary boundary() {
    return boundary;
  }

  /** Floor of all rooms, m². */
  public double area() {
    return model.campus().spaces().stream()
        .filter(space -> space.building() != null)
        .mapToDouble(Space::area)
        .sum();
  }
}
