package io.campustwin.simulator.validate.plant;

import io.campustwin.simulator.plant.Chiller;
import io.campustwin.simulator.plant.HeatStation;
import io.campustwin.simulator.plant.Pid;
import io.campustwin.simulator.plant.TwoPipe;
import io.campustwin.simulator.plant.WaterLoop;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Controllers and the water between machines and coils. */
final class ControlCases {
  private static final String BOOK = "Åström and Hägglund, Advanced PID Control (2006)";

  private ControlCases() {}

  /**
   * A plant of first order with the time constant of the controller's reset: its pole is cancelled and the loop answers a step as
   * 1 - exp(-K Kp t / Ti). Kp = 10 K for the whole opening, a step of 1 K.
   */
  static void loop(List<Finding> found) {
    Expect form = new Expect(found, "pid", BOOK + ": pole cancelled by the reset, closed form");
    for (double seconds : new double[] {180, 360, 720}) {
      double rise = 1 - FastMath.exp(-0.25 * 10 * seconds / 900);
      form.near("rise-" + (int) seconds + "s", rise(seconds), "K", rise, 0.001);
    }
    form.near("offset", rise(36_000), "K", 1, 1e-6);
  }

  private static double rise(double seconds) {
    Pid control = new Pid(Pid.Tuning.ROOM);
    double step = 0.1;
    double room = 0;
    for (double t = 0; t < seconds - step / 2; t += step) {
      double open = control.step(1 - room, step);
      room += step / 900 * (10 * open - room);
    }
    return room;
  }

  /** A day at the end of the range, then a lack of -0.1 K: a wound-up integral would hold the valve open for hours. */
  static void windup(List<Finding> found) {
    Expect law = new Expect(found, "windup", BOOK + ": tracking, the valve leaves its end at once");
    Pid control = new Pid(Pid.Tuning.ROOM);
    for (int minute = 0; minute < 1440; minute++) {
      control.step(6, 60);
    }
    law.near("atEnd", control.output(), "", 1, 0);
    law.within("oneMinuteLater", control.step(-0.1, 60), "", 0.95, 0.99);
    Pid shut = new Pid(Pid.Tuning.ROOM);
    for (int minute = 0; minute < 1440; minute++) {
      shut.step(-6, 60);
    }
    law.within("opensAfterNight", shut.step(0.1, 60), "", 0.02, 0.05);
  }

  /** A chiller that is on locks the station out, and the pump stands when nothing is asked. */
  static void lockout(List<Finding> found) {
    Expect law = new Expect(found, "lockout", "two pipes carry cold or warmth, never both");
    HeatStation station = new HeatStation(HeatStation.Source.DISTRICT, 200_000, 1, 1);
    TwoPipe pipes =
        new TwoPipe(List.of(new Chiller(150_000, 5)), station, 200_000, TwoPipe.Water.WARM);
    pipes.step(TwoPipe.Water.WARM, new double[] {Double.NaN}, 50_000, 0, 60);
    law.within("warm", pipes.heat().given(), "W", 1000, 200_000);
    pipes.step(TwoPipe.Water.COLD, new double[] {29}, -50_000, 0, 60);
    law.near("heatWithChiller", pipes.heat().given(), "W", 0, 0);
    law.within("cold", -pipes.cold().given(), "W", 1000, 160_000);
    pipes.step(TwoPipe.Water.STILL, new double[] {Double.NaN}, 0, 0, 60);
    law.near("pumpAtRest", pipes.pump(), "W", 0, 0);
  }

  /** Water that stands cools as exp(-UA t / C); water that is warmed and drawn from keeps its heat. */
  static void water(List<Finding> found) {
    WaterLoop still = new WaterLoop(10_000, 250, 60);
    for (int minute = 0; minute < 1440; minute++) {
      still.step(0, 0, 18, 60);
    }
    double left = 18 + 42 * FastMath.exp(-250 * 86_400 / (10_000 * WaterLoop.HEAT));
    new Expect(found, "water", "closed form of a body that cools")
        .near("afterADay", still.temperature(), "°C", left, 0.01);
    WaterLoop loop = new WaterLoop(5000, 100, 50);
    double worst = 0;
    for (int i = 0; i < 10_000; i++) {
      double put = 50_000 * (i % 7);
      double drawn = 40_000 * (i % 8);
      loop.step(put, drawn, 18, 60);
      double off = put - drawn - loop.lost() - loop.stored();
      worst = Math.max(worst, Math.abs(off) / 200_000);
    }
    new Expect(found, "water", "first law over 10,000 steps")
        .within("heatResidual", worst, "", 0, 1e-9);
    double need = loop.need(55, 30_000, 18, 60);
    loop.step(need, 30_000, 18, 60);
    new Expect(found, "water", "what is needed brings it there")
        .near("goal", loop.temperature(), "°C", 55, 1e-9);
  }
}
