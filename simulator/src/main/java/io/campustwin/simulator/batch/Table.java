package io.campustwin.simulator.batch;

/**
 * The tables of a run. A row's time is the local end of its step; figures are means over the step, but for the reading
 * of a meter, which is that at the end.
 */
public enum Table {
  ROOMS("rooms.csv", "time,space,temperature_C,co2_ppm,people,illuminance_lx,plant_W,board_lx"),
  METERS("meters.csv", "time,equipment,power_kW,energy_kWh"),
  WEATHER(
      "weather.csv",
      "time,temperature_C,humidity_pct,wind_m_s,rain_mm_h,direct_W_m2,diffuse_W_m2,global_W_m2,"
          + "pm25_ug_m3"),
  /** One row an hour, whatever the step: the demand of the hour and what the energy hub does about it. */
  HUB(
      "hub.csv",
      "time,power_kW,heat_kW,cold_kW,kitchen_gas_kW,solar_kW,bought_kW,sold_kW,battery_kW,"
          + "stored_kWh,boiler_gas_kW,chp_gas_kW,heat_pump_kW,chiller_kW,lacking_kW,"
          + "price_yuan_kWh,cost_yuan,co2_kg,lacking");

  private final String file;
  private final String head;

  Table(String file, String head) {
    this.file = file;
    this.head = head;
  }

  public String file() {
    return file;
  }

  /** First line, the names of the columns with their units. */
  public String head() {
    return head;
  }

  /** Takes the lines of all tables in order, heads first, without line ends. */
  @FunctionalInterface
  public interface Sink {
    void line(Table table, String line);
  }
}
