package io.campustwin.unit;

import java.util.Locale;

/** What a unit measures. Only units of the same quantity convert into each other. */
public enum Quantity {
  NONE,
  SWITCH,
  STATE,
  TEXT,
  TEMPERATURE,
  TEMPERATURE_DIFFERENCE,
  PRESSURE,
  POWER,
  ENERGY,
  FLOW,
  VOLUME,
  RATIO,
  CONCENTRATION,
  DENSITY,
  EXPLOSIVE_LIMIT,
  ILLUMINANCE,
  IRRADIANCE,
  VOLTAGE,
  CURRENT,
  FREQUENCY,
  SPEED,
  LENGTH,
  AREA,
  MASS,
  TIME,
  ANGLE,
  SOUND_LEVEL,
  RADIO_POWER,
  DATA_RATE,
  COUNT,
  COUNT_DENSITY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
