package io.campustwin.simulator.weather;

/**
 * Fills what a weather file marks as missing (NaN). Temperature, humidity and wind run straight over gaps of up to
 * {@value #LONGEST} hours, a longer one is refused with its first line; dew point and humidity follow from each other;
 * pressure from the altitude; the sky's long-wave radiation from dew point and cloud (Clark and Allen 1978, as
 * EnergyPlus); each of the three solar columns from the two others or, with only the global one, by Erbs (1982).
 */
final class EpwGaps {
  static final int LONGEST = 12;
  private static final double NEUTRAL_COVER = 5;

  private EpwGaps() {}

  /** In place; {@code firstLine} of the file holds hour 0. */
  static void fill(double[][] columns, long[] starts, Place place, int firstLine) {
    straight(columns, EpwField.DRY_BULB, firstLine);
    humidity(columns, firstLine);
    straight(columns, EpwField.WIND_SPEED, firstLine);
    constant(column(columns, EpwField.PRESSURE), place.pressure());
    constant(column(columns, EpwField.SNOW), 0);
    constant(column(columns, EpwField.RAIN), 0);
    previous(column(columns, EpwField.WIND_DIRECTION), 0);
    cover(columns);
    infrared(columns);
    new EpwSolarGaps(columns, starts, place).fill(firstLine);
  }

  static double[] column(double[][] columns, EpwField field) {
    return columns[field.ordinal()];
  }

  private static void straight(double[][] columns, EpwField field, int firstLine) {
    double[] column = column(columns, field);
    int hour = 0;
    while (hour < column.length) {
      int end = hour;
      while (end < column.length && Double.isNaN(column[end])) {
        end++;
      }
      if (end - hour > LONGEST) {
        throw tooLong(field, firstLine + hour, end - hour);
      }
      bridge(column, hour, end);
      hour = end + 1;
    }
  }

  static EpwWeather.Unreadable tooLong(EpwField field, int line, int hours) {
    return new EpwWeather.Unreadable(
        line,
        field.zh + "从此行起缺 " + hours + " 小时；请补齐（最多可缺 " + LONGEST + " 小时）",
        field.en + " is missing for " + hours + " hours from here; fill it in (at most " + LONGEST
            + ")");
  }

  /** Straight between the values beside a gap; level at the ends of the file. */
  private static void bridge(double[] column, int from, int end) {
    double left = from > 0 ? column[from - 1] : column[Math.min(end, column.length - 1)];
    double right = end < column.length ? column[end] : left;
    for (int i = from; i < end; i++) {
      column[i] = left + (right - left) * (i - from + 1) / (end - from + 1);
    }
  }

  private static void humidity(double[][] columns, int firstLine) {
    double[] dry = column(columns, EpwField.DRY_BULB);
    double[] dew = column(columns, EpwField.DEW_POINT);
    double[] humidity = column(columns, EpwField.HUMIDITY);
    for (int i = 0; i < dry.length; i++) {
      if (Double.isNaN(humidity[i]) && !Double.isNaN(dew[i])) {
        humidity[i] = Math.min(100, GeneratedWeather.relativeHumidity(dry[i], dew[i]));
      }
    }
    straight(columns, EpwField.HUMIDITY, firstLine);
    for (int i = 0; i < dry.length; i++) {
      if (Double.isNaN(dew[i])) {
        dew[i] = LongWave.dewPoint(dry[i], humidity[i]);
      }
    }
  }

  private static void cover(double[][] columns) {
    double[] total = column(columns, EpwField.SKY_COVER);
    double[] opaque = column(columns, EpwField.OPAQUE_COVER);
    previous(total, NEUTRAL_COVER);
    for (int i = 0; i < opaque.length; i++) {
      opaque[i] = Double.isNaN(opaque[i]) ? total[i] : opaque[i];
    }
  }

  private static void infrared(double[][] columns) {
    double[] infrared = column(columns, EpwField.INFRARED);
    for (int i = 0; i < infrared.length; i++) {
      if (Double.isNaN(infrared[i])) {
        infrared[i] = LongWave.ofSky(
            column(columns, EpwField.DRY_BULB)[i],
            column(columns, EpwField.DEW_POINT)[i],
            column(columns, EpwField.OPAQUE_COVER)[i]);
      }
    }
  }

  private static void constant(double[] column, double value) {
    for (int i = 0; i < column.length; i++) {
      column[i] = Double.isNaN(column[i]) ? value : column[i];
    }
  }

  private static void previous(double[] column, double first) {
    double last = first;
    for (int i = 0; i < column.length; i++) {
      column[i] = Double.isNaN(column[i]) ? last : column[i];
      last = column[i];
    }
  }
}
