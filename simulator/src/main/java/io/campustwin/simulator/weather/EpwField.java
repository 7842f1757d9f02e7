package io.campustwin.simulator.weather;

/**
 * Columns of a weather year and where an EPW file has them (EnergyPlus auxiliary programs, weather data dictionary):
 * position in the row from 0, least code that means missing, bounds beyond which a value is impossible.
 */
public enum EpwField {
  /** °C. */
  DRY_BULB(6, 99.9, -70, 70, "干球温度", "dry bulb temperature"),
  /** °C. */
  DEW_POINT(7, 99.9, -80, 70, "露点温度", "dew point"),
  /** %. */
  HUMIDITY(8, 999, 0, 110, "相对湿度", "relative humidity"),
  /** Pa. */
  PRESSURE(9, 999_900, 31_000, 120_000, "气压", "pressure"),
  /** Long-wave radiation of the sky on the horizontal, W/m². */
  INFRARED(12, 9999, 0, 700, "天空长波辐射", "infrared radiation of the sky"),
  /** Sum of the hour on the horizontal, Wh/m². */
  GLOBAL(13, 9999, 0, 1500, "水平总辐射", "global horizontal radiation"),
  /** Sum of the hour, Wh/m². */
  DIRECT_NORMAL(14, 9999, 0, 1415, "法向直接辐射", "direct normal radiation"),
  /** Sum of the hour on the horizontal, Wh/m². */
  DIFFUSE(15, 9999, 0, 1415, "水平散射辐射", "diffuse horizontal radiation"),
  /** Degrees clockwise from north, where it comes from. */
  WIND_DIRECTION(20, 999, 0, 360, "风向", "wind direction"),
  /** m/s. */
  WIND_SPEED(21, 999, 0, 90, "风速", "wind speed"),
  /** Tenths. */
  SKY_COVER(22, 99, 0, 10, "总云量", "total sky cover"),
  /** Tenths. */
  OPAQUE_COVER(23, 99, 0, 10, "不透明云量", "opaque sky cover"),
  /** cm. */
  SNOW(30, 999, 0, 900, "积雪深度", "snow depth"),
  /** mm. */
  RAIN(33, 999, 0, 500, "降水量", "rain");

  final int position;
  final double missing;
  final double least;
  final double most;
  final String zh;
  final String en;

  EpwField(int position, double missing, double least, double most, String zh, String en) {
    this.position = position;
    this.missing = missing;
    this.least = least;
    this.most = most;
    this.zh = zh;
    this.en = en;
  }

  /** True for columns that older files do not have. */
  boolean isOptional() {
    return position >= 24;
  }
}
