package io.campustwin.simulator.thermal;

import org.apache.commons.math3.util.FastMath;

/**
 * One room as the simple hourly model of ISO 13790 (5R1C): air and surface nodes without capacity, one node of mass.
 * The single differential equation is solved exactly over a step, so any step is stable.
 *
 * @param window conductance of windows, W/K
 * @param mass conductance mass to outdoors through opaque parts, W/K
 * @param surfaceMass conductance surface to mass, W/K (9.1 W/m²K times mass area)
 * @param airSurface conductance air to surface, W/K (3.45 W/m²K times inner area)
 * @param capacity of the mass node, J/K
 * @param massShare mass area over inner area
 */
public record RoomHeat(
    double window,
    double mass,
    double surfaceMass,
    double airSurface,
    double capacity,
    double massShare) {

  /**
   * Temperatures of the three nodes, °C.
   *
   * @param massNode carried from step to step
   */
  public record State(double air, double surface, double massNode) {}

  /**
   * What acts on the room during a step.
   *
   * @param outdoor °C
   * @param ventilation conductance of air exchange, W/K (0.335 Wh/m³K times m³/h)
   * @param supply temperature of the air that comes in, °C
   * @param internal gains of people, light and equipment, W
   * @param solar gains through windows and absorbed outside, W
   * @param plant heating (positive) or cooling (negative) into the air, W
   */
  public record Drive(
      double outdoor,
      double ventilation,
      double supply,
      double internal,
      double solar,
      double plant) {}

  /** Builds a room from its size by the medium class of the standard's table (165 kJ/m²K, mass area 2.5). */
  public static RoomHeat of(double floor, double inner, double windowConductance, double opaque) {
    double massArea = 2.5 * floor;
    double surfaceMass = 9.1 * massArea;
    double toOutdoors = 1 / (1 / Math.max(opaque, 1e-3) - 1 / surfaceMass);
    return new RoomHeat(
        Math.max(windowConductance, 1e-3),
        toOutdoors,
        surfaceMass,
        3.45 * inner,
        165_000 * floor,
        Math.min(0.9, massArea / inner));
  }

  /** State {@code seconds} later under a constant drive. */
  public State step(State before, Drive drive, double seconds) {
    double air = Math.max(drive.ventilation(), 1e-3);
    double h1 = 1 / (1 / air + 1 / airSurface);
    double h2 = h1 + window;
    double h3 = 1 / (1 / h2 + 1 / surfaceMass);
    double toAir = 0.5 * drive.internal() + drive.plant();
    double rest = 0.5 * drive.internal() + drive.solar();
    double toMass = massShare * rest;
    double toSurface = Math.max(0, 1 - massShare - window * massShare / surfaceMass) * rest;
    double supplied = drive.supply() + toAir / air;
    double total = toMass
        + mass * drive.outdoor()
        + h3 * (toSurface + window * drive.outdoor() + h1 * supplied) / h2;
    double steady = total / (h3 + mass);
    double fade = FastMath.exp(-(h3 + mass) * seconds / capacity);
    double massNode = steady + (before.massNode() - steady) * fade;
    double surface = (surfaceMass * massNode + toSurface + window * drive.outdoor() + h1 * supplied)
        / (surfaceMass + window + h1);
    double inAir = (airSurface * surface + air * drive.supply() + toAir) / (airSurface + air);
    return new State(inAir, surface, massNode);
  }
}
