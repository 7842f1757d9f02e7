package io.campustwin.simulator.whatif;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What came of some hours, by building.
 *
 * @param hours that were run
 * @param buildings by id
 * @param alarms ids of those that were raised
 */
public record Totals(
    double hours, SortedMap<String, Building> buildings, SortedSet<String> alarms) {
  /**
   * One building; what stands outdoors goes as one.
   *
   * @param electricity kWh drawn by equipment and sockets
   * @param heating kWh of heat that plant gave to rooms
   * @param cooling kWh of cold
   * @param outsideTemperature hours of rooms with people, below 16 or above 28 °C (GB/T 18883-2022)
   * @param outsideCarbon hours of rooms with people, above 1000 ppm (GB/T 18883-2022)
   * @param occupied hours of rooms with people
   */
  public record Building(
      double electricity,
      double heating,
      double cooling,
      double outsideTemperature,
      double outsideCarbon,
      double occupied) {}
}
