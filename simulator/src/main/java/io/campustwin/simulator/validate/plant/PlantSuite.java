package io.campustwin.simulator.validate.plant;

import io.campustwin.simulator.plant.Energy;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Suite;

/**
 * {@code campus validate plant}: each machine at the points it is rated at, away from them by its published curve worked out by
 * hand, and what must hold whatever the machine: heat, ends of ranges, closed forms of exchangers, water and controllers.
 */
public final class PlantSuite {
  private PlantSuite() {}

  public static Suite suite() {
    return new CaseSuite("plant")
        .with("chiller", MachineCases::chiller)
        .with("boiler", MachineCases::boiler)
        .with("station", MachineCases::station)
        .with("heat-pump", RefrigerantCases::pump)
        .with("frost", RefrigerantCases::frost)
        .with("vrf", RefrigerantCases::shared)
        .with("vrf-part", RefrigerantCases::part)
        .with("vrf-units", RefrigerantCases::units)
        .with("coil", AirCases::coil)
        .with("recovery", AirCases::recovery)
        .with("handler", AirCases::handler)
        .with("pid", ControlCases::loop)
        .with("windup", ControlCases::windup)
        .with("lockout", ControlCases::lockout)
        .with("water", ControlCases::water);
  }

  /** What a machine's heat balance misses, over what it moves. */
  static double missing(Energy energy) {
    double off = energy.given() - energy.electric() - energy.fuel() - energy.taken();
    return Math.abs(off) / Math.max(1, Math.abs(energy.given()));
  }
}
