package io.campustwin.simulator.thermal;

/**
 * The simple hourly method of ISO 13790:2008, annex C (five conductances, one capacity), as its own reference mode: nodes of
 * air and of surfaces without capacity, a node of mass; Crank and Nicolson over a step; the need of heat or cold by two
 * trial powers between which the room's answer is straight. Some 100 multiplications a step.
 */
public final class FiveR1C {
  /** Mass to surfaces, W/m²K. */
  private static final double MASS_SURFACE = 9.1;

  /** Air to surfaces, W/m²K. */
  public static final double AIR_SURFACE = 3.45;

  private static final double TRIAL = 10;

  private final Zone zone;
  private final double airSurface;
  private final double surfaceMass;
  private final double massOutdoor;
  private final double massShare;
  private final double surfaceShare;

  /**
   * A zone.
   *
   * @param floor m²
   * @param inner area of all surfaces that face the air, m²
   * @param massArea effective area of the mass, m²: 2.5 times the floor up to medium weight, 3 for heavy, 3.5 above
   * @param capacity of the mass, J/K
   * @param windows conductance of windows and doors, W/K
   * @param opaque conductance of all other elements, W/K
   */
  public record Zone(
      double floor, double inner, double massArea, double capacity, double windows, double opaque) {
    public Zone {
      boolean fits = floor > 0 && inner > 0 && massArea > 0 && capacity > 0;
      if (!fits || windows < 0 || opaque < 0) {
        throw new IllegalArgumentException("zone: floor " + floor + " m², inner " + inner
            + " m², mass " + massArea + " m² and " + capacity + " J/K, windows " + windows
            + " W/K, opaque " + opaque + " W/K");
      }
    }
  }

  /**
   * What acts over a step.
   *
   * @param outdoor °C
   * @param ventilation conductance of air exchange at outdoor temperature, W/K
   * @param internal gains, W
   * @param solar gains, W
   */
  public record Drive(double outdoor, double ventilation, double internal, double solar) {}

  /**
   * Ideal plant.
   *
   * @param heatTo °C
   * @param coolTo °C
   * @param mostHeat W
   * @param mostCold W
   */
  public record Plant(double heatTo, double coolTo, double mostHeat, double mostCold) {
    /** None. */
    public static final Plant NONE = new Plant(-1e9, 1e9, 0, 0);
  }

  /**
   * A step's outcome.
   *
   * @param air temperature, mean of the step, °C
   * @param surface temperature, mean of the step, °C
   * @param mass temperature at the end of the step, °C
   * @param massMean mean of the step, °C
   * @param power heating, or negative cooling, W
   */
  public record Step(double air, double surface, double mass, double massMean, double power) {}

  public FiveR1C(Zone zone) {
    this(zone, AIR_SURFACE);
  }

  /** With another coefficient from air to surfaces, W/m²K. */
  public FiveR1C(Zone zone, double coefficient) {
    this.zone = zone;
    airSurface = coefficient * zone.inner;
    surfaceMass = MASS_SURFACE * zone.massArea;
    massOutdoor = zone.opaque > 0 ? 1 / (1 / zone.opaque - 1 / surfaceMass) : 0;
    massShare = zone.massArea / zone.inner;
    surfaceShare = 1 - massShare - zone.windows / (MASS_SURFACE * zone.inner);
  }

  /** One step from a mass temperature with the plant that keeps the air between its limits as far as it can. */
  public Step step(double mass, Drive drive, Plant plant, double seconds) {
    Step free = with(0, mass, drive, seconds);
    boolean cold = free.air < plant.heatTo;
    if (!cold && free.air <= plant.coolTo) {
      return free;
    }
    double trial = TRIAL * zone.floor * (cold ? 1 : -1);
    Step tried = with(trial, mass, drive, seconds);
    double target = cold ? plant.heatTo : plant.coolTo;
    double need = trial * (target - free.air) / (tried.air - free.air);
    double power = Math.max(-plant.mostCold, Math.min(plant.mostHeat, need));
    return with(power, mass, drive, seconds);
  }

  /** Equations C.1 to C.11 with a known power into the air. */
  private Step with(double power, double before, Drive drive, double seconds) {
    double out = drive.outdoor;
    double rest = 0.5 * drive.internal + drive.solar;
    double toMass = massShare * rest;
    double toSurface = surfaceShare * rest;
    double toAir = 0.5 * drive.internal + power;
    double h1 = 1 / (1 / drive.ventilation + 1 / airSurface);
    double h2 = h1 + zone.windows;
    double h3 = 1 / (1 / h2 + 1 / surfaceMass);
    double fromAir = h1 * (toAir / drive.ventilation + out);
    double drives =
        toMass + massOutdoor * out + h3 * (toSurface + zone.windows * out + fromAir) / h2;
    double stored = zone.capacity / seconds;
    double half = (h3 + massOutdoor) / 2;
    double after = (before * (stored - half) + drives) / (stored + half);
    double mass = (before + after) / 2;
    double surface = (surfaceMass * mass + toSurface + zone.windows * out + fromAir)
        / (surfaceMass + zone.windows + h1);
    double air =
        (airSurface * surface + drive.ventilation * out + toAir) / (airSurface + drive.ventilation);
    return new Step(air, surface, after, mass, power);
  }
}
