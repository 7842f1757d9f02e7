package io.campustwin.simulator.validate.fire;

import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.smoke.Tenability;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;

/** What people see and breathe, and how fast they walk in it. */
final class Escape {
  private Escape() {}

  static void sight(List<Finding> found) {
    Expect expect = new Expect(found, "sight", "Jin: K S = 3 for reflecting signs, 8 for shining");
    expect.near("reflecting-at-0.3", Tenability.visibility(0.3, false), "m", 10, 1e-9);
    expect.near("shining-at-0.8", Tenability.visibility(0.8, true), "m", 10, 1e-9);
  }

  static void walking(List<Finding> found) {
    String source = "FDS+Evac guide, walking speed in smoke, as pyFDS-Evac prints it: 1.5 m/s";
    Expect expect = new Expect(found, "walking", source);
    double[] extinction = {0, 4.34, 8.67, 13.01};
    double[] speed = {1.5, 0.975, 0.4495, 0.15};
    for (int k = 0; k < speed.length; k++) {
      double ours = 1.5 * Gait.inSmoke(extinction[k]);
      expect.near("speed-at-K" + extinction[k], ours, "m/s", speed[k], 0.001);
    }
  }

  static void dose(List<Finding> found) {
    String source = "ISO 20414 test 19 with the gases of the FDS+Evac guide, hand calculation";
    Expect expect = new Expect(found, "dose", source);
    double[][] gases = {
      {1000.01, 2, 15.0003, 981.71},
      {0, 0, 12.0002, 1666.49},
      {1000.01, 0, 21.0003, 1692.82},
      {1000.01, 3.43, 21.0003, 846.5}
    };
    String[] names = {"all-three", "oxygen", "monoxide", "monoxide-and-dioxide"};
    for (int k = 0; k < names.length; k++) {
      double[] gas = gases[k];
      double falls = 60 / Tenability.dose(gas[0], gas[1], gas[2]);
      expect.near("falls-" + names[k], falls, "s", gas[3], 0.15);
    }
  }
}
