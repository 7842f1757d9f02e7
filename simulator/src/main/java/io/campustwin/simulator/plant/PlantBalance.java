package io.campustwin.simulator.plant;

import java.util.List;

/**
 * What moved through the plant of a campus in a step, W, each figure taken where it is made or used and never from another of
 * them, so that the four balances can fail: water, rooms (what coils gave against what rooms took), supply air (plates, fans
 * and coils of handlers against what rooms got), and machines (what goes in against what comes out).
 *
 * @param water of the pipes
 * @param rooms of fan coils
 * @param air of handlers
 * @param machines in and out
 */
public record PlantBalance(Loop water, Rooms rooms, Handlers air, Machines machines) {
  /**
   * @param heat of the station
   * @param cold of the chillers
   * @param pump electricity, all of it warms the water
   * @param coils heat that fan coils took, negative for cold
   * @param handlers heat that coils of handlers took, negative for cold
   * @param lost through pipes
   * @param stored rise of what the water holds
   */
  public record Loop(
      double heat,
      double cold,
      double pump,
      double coils,
      double handlers,
      double lost,
      double stored) {}

  /**
   * @param coils heat of fan coils on the pipes, negative for cold
   * @param units heat of units with a refrigerant, negative for cold
   * @param fans of coils and units, which end in their rooms
   * @param taken what rooms took of all of them
   */
  public record Rooms(double coils, double units, double fans, double taken) {}

  /**
   * @param recovered over the plates
   * @param fans of the supply
   * @param coils heat, negative for cold
   * @param supplied to the rooms above outdoor air
   */
  public record Handlers(double recovered, double fans, double coils, double supplied) {}

  /**
   * @param given heat of chillers, station and units, negative for cold
   * @param electric without pump and fans
   * @param fuel heat of combustion
   * @param taken from outdoors or the town's network, negative if given off
   */
  public record Machines(double given, double electric, double fuel, double taken) {}

  /**
   * The balance of a step.
   *
   * @param rooms what they took, and the heat of fans in them
   * @param supplied what rooms got of handlers above outdoor air
   */
  public static PlantBalance of(
      TwoPipe pipes, RoomUnits units, List<AirHandler> handlers, Rooms rooms, double supplied) {
    double recovered = 0;
    double warmed = 0;
    double coils = 0;
    for (AirHandler one : handlers) {
      recovered += one.recovered();
      warmed += one.fan();
      coils += one.given();
    }
    Energy cold = pipes.cold();
    Energy heat = pipes.heat();
    double own = units.given(false);
    double power = units.electric();
    return new PlantBalance(
        new Loop(
            heat.given(),
            -cold.given(),
            pipes.pump(),
            units.given(true),
            coils,
            pipes.loop().lost(),
            pipes.loop().stored()),
        rooms,
        new Handlers(recovered, warmed, coils, supplied),
        new Machines(
            heat.given() + cold.given() + own,
            heat.electric() + cold.electric() + power,
            heat.fuel(),
            heat.taken() + cold.taken() + own - power));
  }

  /** What the worst of the four balances misses, over what it moves. */
  public double residual() {
    return Math.max(Math.max(loop(), room()), Math.max(supply(), machine()));
  }

  private double loop() {
    double put = water.heat - water.cold + water.pump;
    double out = water.coils + water.handlers + water.lost + water.stored;
    double moved = water.heat + water.cold + water.pump + Math.abs(water.stored);
    return off(put, out, moved);
  }

  private double room() {
    double given = rooms.coils + rooms.units + rooms.fans;
    return off(given, rooms.taken, Math.abs(rooms.coils) + Math.abs(rooms.units) + rooms.fans);
  }

  private double supply() {
    double given = air.recovered + air.fans + air.coils;
    return off(given, air.supplied, Math.abs(air.recovered) + air.fans + Math.abs(air.coils));
  }

  private double machine() {
    double in = machines.electric + machines.fuel + machines.taken;
    return off(machines.given, in, Math.abs(machines.given) + machines.electric + machines.fuel);
  }

  private static double off(double given, double taken, double moved) {
    return Math.abs(given - taken) / Math.max(1, moved);
  }
}
