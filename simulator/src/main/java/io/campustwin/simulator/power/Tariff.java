package io.campustwin.simulator.power;

import java.util.List;

/**
 * Price of electricity by the hour of the day. Chinese schools pay the residents' price of their province, the same at all
 * hours (NDRC's rule for primary and middle schools); for whoever is supplied at commercial prices stands the time of use of
 * Henan (notice 867 of 2022 of its Development and Reform Commission: peak 10 to 14 and 17 to 21 o'clock, valley 23 to 7,
 * peak to flat to valley as 1.64 to 1 to 0.41).
 *
 * @param name as in tables
 * @param flat yuan/kWh
 * @param peak over flat
 * @param valley over flat
 */
public record Tariff(String name, double flat, double peak, double valley) {
  /** Residents' price for joint meters below 1 kV in Henan. */
  public static final Tariff SCHOOL = new Tariff("school", 0.568, 1, 1);

  /** Henan's time of use on the same flat price. */
  public static final Tariff TIME_OF_USE = new Tariff("time-of-use", 0.568, 1.64, 0.41);

  private static final List<Tariff> ALL = List.of(SCHOOL, TIME_OF_USE);

  public Tariff {
    if (!(flat >= 0 && peak >= 0 && valley >= 0) || Double.isInfinite(flat + peak + valley)) {
      throw BadCircuit.number(name, "price", Math.min(flat, Math.min(peak, valley)));
    }
  }

  /** The tariff of a campus by its fact {@code tariff}; the school's if it has none. */
  public static Tariff of(java.util.Map<String, Object> facts) {
    Object named = facts.getOrDefault("tariff", SCHOOL.name);
    return ALL.stream()
        .filter(tariff -> tariff.name.equals(named))
        .findFirst()
        .orElseThrow(() -> BadCircuit.unknownTariff(String.valueOf(named), ALL));
  }

  /** yuan/kWh in an hour of the day, 0 to 23. */
  public double price(int hour) {
    boolean high = hour >= 10 && hour < 14 || hour >= 17 && hour < 21;
    boolean low = hour >= 23 || hour < 7;
    return flat * (high ? peak : low ? valley : 1);
  }
}
