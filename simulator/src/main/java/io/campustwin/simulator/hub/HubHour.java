package io.campustwin.simulator.hub;

/**
 * What is asked of the hub in an hour, means in kW.
 *
 * @param power electricity but for what makes cold or heat
 * @param heat of rooms and hot water
 * @param cold of rooms
 * @param gas that kitchens burn
 * @param solar that photovoltaics can give
 * @param outdoor °C
 * @param price of electricity, yuan/kWh
 */
public record HubHour(
    double power,
    double heat,
    double cold,
    double gas,
    double solar,
    double outdoor,
    double price) {
  public HubHour {
    double least =
        Math.min(Math.min(power, heat), Math.min(Math.min(cold, gas), Math.min(solar, price)));
    if (!(least >= 0)) {
      throw new IllegalArgumentException("an hour of the hub asks for " + least);
    }
  }
}
