package io.campustwin.simulator.validate.fire;

import io.campustwin.simulator.smoke.Chamber;
import io.campustwin.simulator.smoke.DesignFire;
import io.campustwin.simulator.smoke.Fuel;
import io.campustwin.simulator.smoke.Growth;
import io.campustwin.simulator.smoke.Opening;
import io.campustwin.simulator.smoke.Plume;
import io.campustwin.simulator.smoke.TwoZone;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Plume, layers and doors. */
final class Filling {
  private static final double AIR = 293.15;
  private static final Chamber HALL = new Chamber(21.66 * 7.04, 3.82, 2 * (21.66 + 7.04), 0);
  private static final Opening GAP = new Opening(0, Opening.OUTSIDE, 2, 0, 0.1);

  /** Smoke without heat: layers sink by what the plume draws in alone. */
  private static final Fuel COLD = new Fuel(1e12, 0, 0, 0, 1);

  /** All heat stays in the smoke. */
  private static final Fuel HOT = new Fuel(44.6e6, 0, 0, 0, 0);

  private Filling() {}

  static void plume(List<Finding> found) {
    new Expect(found, "plume", "Zukoski 1981 in Yamana and Tanaka 1985: 0.076 Q^(1/3) z^(5/3)")
        .near("constant", Plume.massFlow(1, 1, AIR), "kg/s", 0.076, 0.0005);
  }

  static void steady(List<Finding> found) {
    String source = "closed form of Yamana and Tanaka 1985 for entrainment alone, 410 kW";
    Expect expect = new Expect(found, "filling-steady", source);
    TwoZone hall = hall(DesignFire.steady(410, COLD), AIR);
    double k = Plume.massFlow(1, 1, AIR) / (353 / AIR);
    for (double time : new double[] {10, 20, 30, 60}) {
      double term = 2 * k * FastMath.cbrt(410) * time / (3 * HALL.area());
      double closed = FastMath.pow(term + FastMath.pow(3.82, -2.0 / 3), -1.5);
      expect.near("clear-" + (int) time + "s", clear(hall, time), "m", closed, 0.01 * closed);
    }
  }

  static void growing(List<Finding> found) {
    String source = "closed form for Q = alpha t² (Karlsson and Quintiere 2000), fast fire";
    Expect expect = new Expect(found, "filling-growing", source);
    double alpha = Growth.FAST.alpha();
    TwoZone hall = hall(new DesignFire(alpha, 1e9, 0, COLD), AIR);
    double k = Plume.massFlow(1, 1, AIR) / (353 / AIR);
    for (double time : new double[] {30, 60, 90}) {
      double term = 0.4 * k * FastMath.cbrt(alpha) * FastMath.pow(time, 5.0 / 3) / HALL.area();
      double closed = FastMath.pow(term + FastMath.pow(3.82, -2.0 / 3), -1.5);
      expect.near("clear-" + (int) time + "s", clear(hall, time), "m", closed, 0.015 * closed);
    }
  }

  static void hot(List<Finding> found) {
    String source = Detection.GUIDE + "layer depth by ASET: 410 kW, 21.66 x 7.04 x 3.82 m, 22 °C";
    Expect expect = new Expect(found, "filling-hot", source + ", two digits");
    TwoZone hall = hall(DesignFire.steady(410, HOT), 295.15);
    double[] depth = {0.35, 0.65, 0.93};
    for (int k = 0; k < depth.length; k++) {
      double ours = 3.82 - clear(hall, 10.0 * (k + 1));
      expect.near("depth-" + 10 * (k + 1) + "s", ours, "m", depth[k], 0.02);
    }
  }

  private static TwoZone hall(DesignFire fire, double air) {
    TwoZone hall = new TwoZone(List.of(HALL), List.of(GAP), air, false);
    hall.ignite(0, fire);
    return hall;
  }

  private static double clear(TwoZone model, double until) {
    run(model, until);
    return model.clear(0);
  }

  private static void run(TwoZone model, double until) {
    while (model.seconds() < until) {
      model.step();
    }
  }

  /** Flow through a door from the layer that the run shows, its neutral plane found by halving. */
  static void door(List<Finding> found) {
    String source = "flow through a door of a room with two layers (Prahl and Emmons 1975; Rockett"
        + " 1976), coefficient 0.7";
    Chamber room = new Chamber(20, 3, 18, 0);
    Opening door = new Opening(0, Opening.OUTSIDE, 1, 0, 2);
    TwoZone model = new TwoZone(List.of(room), List.of(door), AIR, true);
    model.ignite(0, DesignFire.steady(500, new Fuel(1e12, 0, 0, 0, 0.35)));
    run(model, 600);
    double clear = model.clear(0);
    double closed = through(353 / model.smoke(0).kelvin(), clear);
    Expect expect = new Expect(found, "door", source);
    expect.near("inflow", model.inflow(0), "kg/s", closed, 0.005 * closed);
    expect.info("temperature", model.smoke(0).kelvin() - 273.15, "°C");
    expect.info("clear", clear, "m");
  }

  /** Air that comes in where as much goes out, kg/s. */
  private static double through(double light, double clear) {
    double low = clear;
    double high = 2;
    for (int k = 0; k < 60; k++) {
      double neutral = (low + high) / 2;
      boolean moreOut = out(light, neutral) > in(light, neutral, clear);
      low = moreOut ? neutral : low;
      high = moreOut ? high : neutral;
    }
    return in(light, low, clear);
  }

  private static double out(double light, double neutral) {
    double heavy = 353 / AIR;
    double rise = 2 - neutral;
    double speed = FastMath.sqrt(2 * 9.81 * light * (heavy - light) * rise);
    return 2.0 / 3 * 0.7 * speed * rise;
  }

  private static double in(double light, double neutral, double clear) {
    double heavy = 353 / AIR;
    double speed = FastMath.sqrt(2 * 9.81 * heavy * (heavy - light) * (neutral - clear));
    return 2.0 / 3 * 0.7 * speed * (neutral + clear / 2);
  }

  static void openRoom(List<Finding> found) {
    String source = Detection.GUIDE + "MQH: 200 kW, 6 x 4 x 3 m, door 0.76 x 2.06 m, air at 33 °C";
    Expect expect = new Expect(found, "layer-open", source);
    Chamber room = new Chamber(24, 3, 20, 0);
    Opening door = new Opening(0, Opening.OUTSIDE, 0.76, 0, 2.06);
    TwoZone model = new TwoZone(List.of(room), List.of(door), 306.15, true);
    model.ignite(0, DesignFire.steady(200, Fuel.FURNITURE));
    double[] theirs = {111.45, 121.05, 127.21};
    for (int k = 0; k < theirs.length; k++) {
      run(model, 60.0 * (k + 1));
      double ours = model.smoke(0).kelvin() - 273.15;
      expect.info("temperature-" + 60 * (k + 1) + "s(" + theirs[k] + ")", ours, "°C");
    }
  }

  static void shutRoom(List<Finding> found) {
    String source = Detection.GUIDE + "Beyler: 200 kW, 6 x 4 x 4.5 m, shut, air at 23 °C";
    Expect expect = new Expect(found, "layer-shut", source);
    Chamber room = new Chamber(24, 4.5, 20, 0);
    Opening gap = new Opening(0, Opening.OUTSIDE, 1, 0, 0.05);
    TwoZone model = new TwoZone(List.of(room), List.of(gap), 296.15, true);
    model.ignite(0, DesignFire.steady(200, Fuel.FURNITURE));
    double[] theirs = {49.87, 63.33, 73.67};
    for (int k = 0; k < theirs.length; k++) {
      run(model, 60.0 * (k + 1));
      double ours = model.smoke(0).kelvin() - 273.15;
      expect.info("temperature-" + 60 * (k + 1) + "s(" + theirs[k] + ")", ours, "°C");
    }
  }

  /** A room, a corridor, a room on the storey above, and a fan. */
  private static TwoZone rooms() {
    List<Chamber> rooms = List.of(
        new Chamber(63, 3.2, 32, 0), new Chamber(120, 3.2, 90, 0), new Chamber(63, 3.2, 32, 3.6));
    List<Opening> openings = List.of(
        new Opening(0, 1, 1.2, 0, 2.1),
        new Opening(1, Opening.OUTSIDE, 1.5, 0, 2.1),
        Opening.hole(1, 2, 4, 3.2),
        new Opening(2, Opening.OUTSIDE, 0.02, 3.6, 6.8));
    TwoZone model = new TwoZone(rooms, openings, AIR, true);
    model.ignite(0, DesignFire.of(Growth.FAST));
    return model;
  }

  static void balance(List<Finding> found) {
    TwoZone model = rooms();
    double[] worst = new double[3];
    for (int step = 0; step < 1200; step++) {
      model.exhaust(1, step > 300 ? 2 : 0);
      model.step();
      double[] now = model.imbalance();
      for (int k = 0; k < worst.length; k++) {
        worst[k] = Math.max(worst[k], Math.abs(now[k]));
      }
    }
    Expect expect = new Expect(found, "balance", "conservation, every step of 600 s, three rooms");
    expect.within("mass", worst[0], "", 0, 1e-9);
    expect.within("heat", worst[1], "", 0, 1e-9);
    expect.within("soot", worst[2], "", 0, 1e-9);
    expect.info("fireAtEnd", model.power(0), "kW");
  }
}
