package io.campustwin.simulator.weather;

import io.campustwin.place.Name;
import java.time.LocalDate;
import java.util.List;

/**
 * Weather of an EnergyPlus weather file at any moment: the year repeats on the calendar day, 29 February has the weather
 * of the 28th if the file lacks it. Radiation runs straight between the middles of hours, all else between their ends. The
 * file has no fine dust: 35 µg/m³.
 */
public final class EpwWeather implements Weather {
  private static final long HOUR = 3_600_000L;
  private static final double DUST = 35;
  private static final int LEAP_DAY = 59;

  private final WeatherYear year;
  private final double longitude;
  private final long zoneMillis;

  /** A file that is not what it should be, with the line at fault. */
  public static final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final transient Name reason;

    Unreadable(int line, String zh, String en) {
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

  private EpwWeather(WeatherYear year, double longitude, double zoneHours) {
    this.year = year;
    this.longitude = longitude;
    this.zoneMillis = Math.round(zoneHours * HOUR);
  }

  /**
   * Reads a year of hourly weather.
   *
   * @param lines of the file
   * @throws Unreadable naming line and fault if it is not an EPW file of one year without gaps
   */
  public static EpwWeather read(List<String> lines) {
    WeatherYear year = EpwReader.read(lines);
    return new EpwWeather(year, year.place().longitude(), year.place().zone());
  }

  /** The file's own hours. */
  public WeatherYear year() {
    return year;
  }

  public double latitude() {
    return year.place().latitude();
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
    return new EpwWeather(year, turned, hours);
  }

  @Override
  public Conditions at(long millis) {
    double hour = hourOfYear(millis + zoneMillis);
    double middle = hour - 0.5;
    double end = hour - 1;
    return new Conditions(
        between(EpwField.DRY_BULB, end),
        Math.min(100, between(EpwField.HUMIDITY, end)),
        between(EpwField.WIND_SPEED, end),
        between(EpwField.RAIN, end),
        between(EpwField.DIRECT_NORMAL, middle),
        between(EpwField.DIFFUSE, middle),
        between(EpwField.GLOBAL, middle),
        DUST,
        between(EpwField.INFRARED, end));
  }

  /** Hours since the file's year began, of a moment by the file's clocks. */
  private double hourOfYear(long localMillis) {
    long days = Math.floorDiv(localMillis, 24 * HOUR);
    LocalDate date = LocalDate.ofEpochDay(days);
    int day = date.getDayOfYear() - 1;
    boolean late = date.getMonthValue() > 2;
    if (date.isLeapYear() && !year.isLeap() && day >= LEAP_DAY) {
      day--;
    } else if (!date.isLeapYear() && year.isLeap() && late) {
      day++;
    }
    return day * 24 + Math.floorMod(localMillis, 24 * HOUR) / (double) HOUR;
  }

  private double between(EpwField field, double position) {
    int left = (int) Math.floor(position);
    double weight = position - left;
    int hours = year.hours();
    return year.value(field, Math.floorMod(left, hours)) * (1 - weight)
        + year.value(field, Math.floorMod(left + 1, hours)) * weight;
  }
}
