package io.campustwin.simulator.validate.fire;

import io.campustwin.simulator.smoke.CeilingJet;
import io.campustwin.simulator.smoke.DesignFire;
import io.campustwin.simulator.smoke.Growth;
import io.campustwin.simulator.smoke.HeatLink;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import java.util.Locale;

/** When a fire is large enough to be felt, and when it is felt. */
final class Detection {
  static final String GUIDE = "FDS Correlation Guide (NIST), ";

  private Detection() {}

  static void growth(List<Finding> found) {
    Expect expect =
        new Expect(found, "growth", "NFPA 92 and SFPE Handbook: growth coefficients, 1055 kW");
    double[] alpha = {0.00293, 0.01172, 0.0469, 0.1876};
    double[] seconds = {600, 300, 150, 75};
    for (Growth growth : Growth.values()) {
      String name = growth.name().toLowerCase(Locale.ROOT);
      int k = growth.ordinal();
      expect.near("alpha-" + name, growth.alpha(), "kW/s2", alpha[k], 0.005 * alpha[k]);
      DesignFire fire = DesignFire.of(growth);
      expect.near("reaches1055kW-" + name, fire.reaches(1055), "s", seconds[k], 1e-9);
    }
  }

  static void ceilingJet(List<Finding> found) {
    String source = GUIDE + "ceiling jet: 410 kW, 3.72 m high, 5.90 m away, air at 22 °C";
    new Expect(found, "ceiling-jet", source)
        .near("temperature", 22 + CeilingJet.rise(410, 3.72, 5.9), "°C", 46.45, 0.005);
  }

  static void heatDetector(List<Finding> found) {
    String source = GUIDE + "sprinkler: alpha 0.105, RTI 55, 68 °C, 2.20 m away, 2.09 m high";
    Expect expect = new Expect(found, "heat-detector", source);
    double power = 0.105 * 50 * 50;
    double gas = CeilingJet.rise(power, 2.09, 2.2);
    double speed = CeilingJet.speed(power, 2.09, 2.2);
    expect.near("responds", HeatLink.seconds(55, gas, speed, 68 - 16.6), "s", 98.2, 0.05);
    expect.near("responds-stepped", stepped(55, gas, speed, 68 - 16.6), "s", 98.2, 0.15);
  }

  private static double stepped(double index, double gas, double speed, double wanted) {
    HeatLink link = new HeatLink(index);
    double time = 0;
    while (link.rise() < wanted && time < 3600) {
      link.step(gas, speed, 0.1);
      time += 0.1;
    }
    return time;
  }

  static void smokeDetector(List<Finding> found) {
    String source =
        GUIDE + "smoke detector as a link of RTI 5 at 5 K: alpha 0.00463 at 28 s, 1.3 m, 2.1 m";
    double power = 0.00463 * 28 * 28;
    double gas = CeilingJet.rise(power, 2.1, 1.3);
    double speed = CeilingJet.speed(power, 2.1, 1.3);
    new Expect(found, "smoke-detector", source)
        .near("responds", HeatLink.seconds(5, gas, speed, 5), "s", 35, 0.05);
  }

  static void lag(List<Finding> found) {
    String source = GUIDE + "Mowrer: 0.116 kW, 1.3 m away, 2.1 m high";
    new Expect(found, "lag", source)
        .near("transport", CeilingJet.lag(0.116, 2.1, 1.3), "s", 5.6, 0.05);
  }
}
