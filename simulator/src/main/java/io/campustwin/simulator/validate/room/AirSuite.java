package io.campustwin.simulator.validate.room;

import io.campustwin.simulator.air.AirNetwork;
import io.campustwin.simulator.air.Breath;
import io.campustwin.simulator.air.FineDust;
import io.campustwin.simulator.air.RoomAir;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * {@code campus validate air}: the room's carbon dioxide against the closed form, balances per step, flow networks, what
 * people breathe out, fine dust.
 */
public final class AirSuite {
  private static final String CLOSED = "closed form of V dC/dt = G + Q (Cout - C)";
  private static final double FLOW = 0.25;
  private static final double VOLUME = 200;
  private static final double PUPILS = 45 * 0.0038;
  private static final double EXACT = 1e-9;

  private AirSuite() {}

  public static Suite suite() {
    return new CaseSuite("air")
        .with("closed-form", AirSuite::closedForm)
        .with("steady", AirSuite::steady)
        .with("decay", AirSuite::decay)
        .with("balance", AirSuite::balance)
        .with("network", AirSuite::network)
        .with("persily", AirSuite::persily)
        .with("fine-dust", AirSuite::dust);
  }

  private static double closed(double seconds) {
    double steady = 420 + PUPILS * 1000 / FLOW;
    return steady + (600 - steady) * FastMath.exp(-FLOW / VOLUME * seconds);
  }

  private static void closedForm(List<Finding> found) {
    Expect expect = new Expect(found, "closed-form", CLOSED);
    for (int step : new int[] {1, 60, 900, 3600}) {
      double co2 = 600;
      double worst = 0;
      for (int time = step; time <= 14_400; time += step) {
        co2 = RoomAir.co2(co2, PUPILS, FLOW, VOLUME, step);
        worst = Math.max(worst, Math.abs(co2 / closed(time) - 1));
      }
      expect.within("relativeError-" + step + "s", worst, "", 0, EXACT);
    }
  }

  private static void steady(List<Finding> found) {
    Expect expect = new Expect(found, "steady", "Persily and de Jonge 2017, worked check");
    double aired = RoomAir.co2(420, PUPILS, FLOW, VOLUME, 1e7) - 420;
    expect.near("rise-20m3h-each", aired, "ppm", 684, 0.5);
    double tight = RoomAir.co2(420, PUPILS, 0.5 * VOLUME / 3600, VOLUME, 1e8);
    expect.within("at-0.5ach", tight, "ppm", 6000, Double.NaN);
  }

  /** Air change from the logarithm of a decay, as it is measured in rooms. */
  private static void decay(List<Finding> found) {
    double first = 2000;
    double change = 0.1;
    double flow = change * VOLUME / 3600;
    double last = first;
    for (int hour = 0; hour < 8; hour++) {
      last = RoomAir.co2(last, 0, flow, VOLUME, 3600);
    }
    double measured =
        FastMath.log((first - RoomAir.CO2_OUTDOOR) / (last - RoomAir.CO2_OUTDOOR)) / 8;
    new Expect(found, "decay", CLOSED).near("airChange", measured, "1/h", change, change * EXACT);
  }

  /** What came in less what went out is what is there more, over a day of changing flows. */
  private static void balance(List<Finding> found) {
    double co2 = 420;
    double worst = 0;
    for (int minute = 0; minute < 1440; minute++) {
      double flow = 0.01 * (1 + minute % 37);
      double litres = minute % 60 < 45 ? PUPILS : 0;
      RoomAir.Mix mix = new RoomAir.Mix(flow, 420, VOLUME, 0);
      double mean = RoomAir.mean(mix, co2, litres * 1000, 60);
      double next = RoomAir.step(mix, co2, litres * 1000, 60);
      double gained = litres * 1000 * 60 + flow * 60 * (420 - mean);
      worst = Math.max(worst, Math.abs((next - co2) * VOLUME - gained) / (VOLUME * co2));
      co2 = next;
    }
    new Expect(found, "balance", "conservation of mass, every step")
        .within("relativeResidual", worst, "", 0, EXACT);
  }

  private static void network(List<Finding> found) {
    Expect expect = new Expect(found, "network", "conservation of mass; closed form of two rooms");
    double[] volume = {200, 150, 300};
    AirNetwork sealed =
        new AirNetwork(volume, new AirNetwork.Link[] {link(0, 1), link(1, 2), link(2, 0)}, 420);
    double[] co2 = {2000, 500, 800};
    double before = sealed.amount(co2);
    for (int minute = 0; minute < 1440; minute++) {
      sealed.step(co2, new double[3], 60);
    }
    expect.within("sealedDrift", Math.abs(sealed.amount(co2) / before - 1), "", 0, EXACT);
    double[] pair = {2000, 500};
    AirNetwork two = new AirNetwork(
        new double[] {200, 150}, new AirNetwork.Link[] {link(0, 1), link(1, 0)}, 420);
    two.step(pair, new double[2], 3600);
    double difference = 1500 * FastMath.exp(-0.05 * 3600 * (1 / 200.0 + 1 / 150.0));
    expect.near("twoRooms", pair[0] - pair[1], "ppm", difference, 1500 * EXACT);
    double[] one = {600};
    AirNetwork open = new AirNetwork(
        new double[] {VOLUME},
        new AirNetwork.Link[] {new AirNetwork.Link(-1, 0, FLOW), new AirNetwork.Link(0, -1, FLOW)},
        420);
    open.step(one, new double[] {PUPILS * 1000}, 3600);
    expect.near("oneRoom", one[0], "ppm", closed(3600), closed(3600) * EXACT);
  }

  private static AirNetwork.Link link(int from, int to) {
    return new AirNetwork.Link(from, to, 0.05);
  }

  private static void persily(List<Finding> found) {
    Expect expect =
        new Expect(found, "persily", "Persily and de Jonge 2017, table printed to 0.0001 L/s");
    for (int group = 0; group < BreathTable.groups(); group++) {
      double worst =
          Math.max(BreathTable.difference(group, true), BreathTable.difference(group, false));
      expect.within("age-" + BreathTable.firstAge(group), worst, "L/s", 0, 1e-4);
    }
    double pupil =
        (new Breath(true, 13, 57.6).litres(1.2) + new Breath(false, 13, 55.9).litres(1.2)) / 2;
    expect.near("pupils-11-16", pupil, "L/s", RoomAir.CO2_PER_PERSON, 5e-5);
  }

  private static void dust(List<Finding> found) {
    Expect expect =
        new Expect(found, "fine-dust", "steady balance a P / (a + k), Chen and Zhao 2011");
    FineDust room = new FineDust(0.8, 0.2, 0.65);
    double hourly = VOLUME / 3600;
    double leaking = settled(room.mix(0.35 * hourly, 0, 75, VOLUME, 0));
    expect.near("leakage", leaking / 75, "", 0.35 * 0.8 / 0.55, EXACT);
    double filtered = settled(room.mix(0, 2 * hourly, 75, VOLUME, 0));
    expect.near("freshAirUnit", filtered / 75, "", 2 * 0.35 / 2.2, EXACT);
    double cleaned = settled(room.mix(0.35 * hourly, 0, 75, VOLUME, 3 * hourly));
    expect.near("cleaner", cleaned / 75, "", 0.35 * 0.8 / 3.55, EXACT);
  }

  private static double settled(RoomAir.Mix mix) {
    return RoomAir.step(mix, 0, 0, 1e7);
  }
}
