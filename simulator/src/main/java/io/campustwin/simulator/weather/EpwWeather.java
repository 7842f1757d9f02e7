package io.campustwin.simulator.weather;

import io.campustwin.place.Name;
import java.util.List;

/**
 * Weather of an EnergyPlus weather file (EPW): 8 header lines, then one line an hour of a year. The year repeats; the
 * hour's label is its end, and values run straight between the middles of hours. Missing codes (temperature 99.9,
 * humidity 999, wind 999, irradiance 9999) take the value of the hour before. The file has no fine dust: 35 µg/m³.
 */
public final class EpwWeather implements Weather {
  private static final int HEADER = 8;
  private static final int HOURS = 8760;
  private static final long HOUR = 3_600_000L;
  private static final int[] FIELDS = {6, 8, 21, 33, 14, 15, 13};
  private static final double[] MISSING = {99.9, 999, 999, 999, 9999, 9999, 9999};
  private static final double DUST = 35;

  private final double[][] hours;
  private final double latitude;
  private final double longitude;
  private final long zoneMillis;

  /** A file that is not what it should be, with the line at fault. */
  public static final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final transient Name reason;

    private Unreadable(int line, String zh, String en) {
      super("line " + line + ": " + en);
      this.line = line;
      reason = new Name(zh, en);
    }

    /** From 1. */
    public int line() {
      return line;
    }

    public Name reason() {
      return reason;
    }
  }

  private EpwWeather(double[][] hours, double latitude, double longitude, double zoneHours) {
    this.hours = hours;
    this.latitude = latitude;
    this.longitude = longitude;
    this.zoneMillis = (long) (zoneHours * HOUR);
  }

  /**
   * Reads a year of hourly weather.
   *
   * @param lines of the file
   * @throws Unreadable naming line and fault if it is not an EPW file of at least one year
   */
  public static EpwWeather read(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith("LOCATION,")) {
      throw new Unreadable(
          1,
          "不是 EPW 文件：首行应以 LOCATION 开头",
          "not an EPW file: the first line must begin with LOCATION");
    }
    if (lines.size() < HEADER + HOURS) {
      throw new Unreadable(
          lines.size(),
          "文件在此结束：应有 " + HEADER + " 行文件头和 " + HOURS + " 个小时",
          "the file ends here: it needs " + HEADER + " header lines and " + HOURS + " hours");
    }
    String[] place = lines.get(0).split(",", -1);
    if (place.length < 9) {
      throw new Unreadable(1, "LOCATION 缺少纬度、经度或时区", "LOCATION needs latitude, longitude and zone");
    }
    double[][] hours = new double[HOURS][];
    double[] before = {15, 60, 2, 0, 0, 0, 0};
    for (int hour = 0; hour < HOURS; hour++) {
      hours[hour] = readHour(lines.get(HEADER + hour), HEADER + hour + 1, before);
      before = hours[hour];
    }
    return new EpwWeather(hours, number(place[6], 1), number(place[7], 1), number(place[8], 1));
  }

  public double latitude() {
    return latitude;
  }

  public double longitude() {
    return longitude;
  }

  /**
   * The same weather by the clocks of another zone: noon there has the weather and the sun of noon at the file's place.
   *
   * @param hours of the other zone east of Greenwich
   */
  public EpwWeather inZone(double hours) {
    double turned = longitude + 15 * (hours - zoneMillis / (double) HOUR);
    return new EpwWeather(this.hours, latitude, turned, hours);
  }

  @Override
  public Conditions at(long millis) {
    double hour = (millis + zoneMillis) / (double) HOUR;
    double ofYear = hour / 24 - Math.floor(hour / 24 / 365.2425) * 365.2425;
    double position = Math.min(ofYear * 24, HOURS - 1e-6) - 0.5;
    int left = (int) Math.floor(position);
    double weight = position - left;
    double[] a = hours[Math.floorMod(left, HOURS)];
    double[] b = hours[Math.floorMod(left + 1, HOURS)];
    double[] mix = new double[a.length];
    for (int i = 0; i < mix.length; i++) {
      mix[i] = a[i] * (1 - weight) + b[i] * weight;
    }
    return new Conditions(mix[0], mix[1], mix[2], mix[3], mix[4], mix[5], mix[6], DUST);
  }

  private static double[] readHour(String line, int number, double[] before) {
    String[] cells = line.split(",", -1);
    double[] values = new double[FIELDS.length];
    for (int i = 0; i < FIELDS.length; i++) {
      boolean optional = FIELDS[i] == 33;
      if (FIELDS[i] >= cells.length) {
        if (optional) {
          continue;
        }
        throw new Unreadable(
            number, "缺少第 " + (FIELDS[i] + 1) + " 个字段", "field " + (FIELDS[i] + 1) + " is missing");
      }
      double value = cells[FIELDS[i]].isBlank() ? MISSING[i] : number(cells[FIELDS[i]], number);
      values[i] = value >= MISSING[i] ? (optional ? 0 : before[i]) : value;
    }
    return values;
  }

  private static double number(String cell, int line) {
    double number;
    try {
      number = Double.parseDouble(cell.trim());
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw new Unreadable(line, "不是数字：“" + cell + "”", "not a number: '" + cell + "'");
    }
    return number;
  }
}
