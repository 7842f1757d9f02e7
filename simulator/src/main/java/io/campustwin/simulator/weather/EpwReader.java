package io.campustwin.simulator.weather;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Reads an EnergyPlus weather file (EPW): 8 header lines, then one row an hour from 1 January, hour 1, to 31 December,
 * hour 24, with or without 29 February; months may stem from different years (typical years). A row that is missing,
 * doubled, out of order or impossible is refused with its line; values that the file itself marks as missing are filled by
 * {@link EpwGaps}.
 */
final class EpwReader {
  private static final int HEADER = 8;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MOST_HOURS = 8784;
  private final List<String> lines;
  private final double[][] columns = new double[EpwField.values().length][MOST_HOURS];
  private final long[] starts = new long[MOST_HOURS];
  private final Place place;
  private int month = 1;
  private int day = 1;
  private int hour = 1;

  private EpwReader(List<String> lines) {
    this.lines = lines;
    place = place(lines);
  }

  /** A year of weather. */
  static WeatherYear read(List<String> lines) {
    return new EpwReader(lines).year();
  }

  private WeatherYear year() {
    oneRowAnHour();
    int hours = 0;
    int line = HEADER;
    for (; line < lines.size() && !lines.get(line).isBlank(); line++) {
      row(line + 1, hours++);
    }
    if (month <= 12) {
      throw new EpwWeather.Unreadable(
          line,
          "文件在此结束：下一行应为 " + next("月", "日第 ", " 小时"),
          "the file ends here: the next row should be " + next("/", " hour ", ""));
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = Arrays.copyOf(columns[c], hours);
    }
    long[] times = Arrays.copyOf(starts, hours);
    EpwGaps.fill(columns, times, place, HEADER + 1);
    return new WeatherYear(place, columns, times);
  }

  private static Place place(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith("LOCATION,")) {
      throw new EpwWeather.Unreadable(
          1,
          "不是 EPW 文件：首行应以 LOCATION 开头",
          "not an EPW file: the first line must begin with LOCATION");
    }
    String[] cells = lines.get(0).split(",", -1);
    if (cells.length < 10) {
      throw new EpwWeather.Unreadable(
          1, "LOCATION 缺少纬度、经度、时区或海拔", "LOCATION needs latitude, longitude, zone and altitude");
    }
    Place place = new Place(
        head(cells[6], 90, "纬度", "latitude"),
        head(cells[7], 180, "经度", "longitude"),
        head(cells[8], 14, "时区", "zone"),
        head(cells[9], 9000, "海拔", "altitude"));
    if (Math.abs(place.longitude() - 15 * place.zone()) > 60) {
      throw new EpwWeather.Unreadable(
          1,
          "经度 " + place.longitude() + " 与时区 " + place.zone() + " 不符；东经为正",
          "longitude " + place.longitude() + " does not fit zone " + place.zone()
              + "; east is positive");
    }
    return place;
  }

  private static double head(String cell, double most, String zh, String en) {
    double value = number(cell, 1);
    if (Math.abs(value) > most) {
      throw new EpwWeather.Unreadable(1, zh + "不可能为 " + value, "impossible " + en + " " + value);
    }
    return value;
  }

  private void oneRowAnHour() {
    if (lines.size() < HEADER) {
      throw new EpwWeather.Unreadable(
          lines.size(), "文件头应有 " + HEADER + " 行", "the header needs " + HEADER + " lines");
    }
    String[] cells = lines.get(HEADER - 1).split(",", -1);
    if (cells[0].equals("DATA PERIODS") && cells.length > 2 && number(cells[2], HEADER) != 1) {
      throw new EpwWeather.Unreadable(
          HEADER, "每小时应为一行，而不是 " + cells[2], "needs one row an hour, not " + cells[2]);
    }
  }

  private void row(int line, int index) {
    String[] cells = lines.get(line - 1).split(",", -1);
    if (cells.length <= EpwField.OPAQUE_COVER.position) {
      String least = String.valueOf(EpwField.OPAQUE_COVER.position + 1);
      throw new EpwWeather.Unreadable(
          line, "本行应至少有 " + least + " 个字段", "the row needs at least " + least + " fields");
    }
    inOrder(line, cells);
    int year = (int) Math.max(1, Math.min(9999, number(cells[0], line)));
    long days = LocalDate.of(year, month, 1).toEpochDay() + day - 1;
    starts[index] = days * 86_400 + (hour - 1) * 3600L - Math.round(place.zone() * 3600);
    for (EpwField field : EpwField.values()) {
      columns[field.ordinal()][index] = value(field, cells, line);
    }
    advance();
  }

  private void inOrder(int line, String[] cells) {
    int foundMonth = (int) number(cells[1], line);
    int foundDay = (int) number(cells[2], line);
    if (month == 2 && day == 29 && foundMonth == 3) {
      month = 3;
      day = 1;
    }
    if (month > 12
        || foundMonth != month
        || foundDay != day
        || (int) number(cells[3], line) != hour) {
      String found = foundMonth + "/" + foundDay + " hour " + cells[3].trim();
      throw new EpwWeather.Unreadable(
          line,
          "小时缺失、重复或错序：应为 " + next("月", "日第 ", " 小时") + "，实为 " + found,
          "hours are missing, doubled or out of order: expected "
              + next("/", " hour ", "")
              + ", found "
              + found);
    }
  }

  private String next(String a, String b, String c) {
    return month > 12 ? "-" : month + a + day + b + hour + c;
  }

  private void advance() {
    hour++;
    if (hour > 24) {
      hour = 1;
      day++;
    }
    if (day > DAYS[month - 1]) {
      day = 1;
      month++;
    }
  }

  /** NaN if the file says that it is missing. */
  private static double value(EpwField field, String[] cells, int line) {
    if (field.position >= cells.length || cells[field.position].isBlank()) {
      return Double.NaN;
    }
    double value = number(cells[field.position], line);
    if (value >= field.missing || (field.isOptional() && value < 0)) {
      return Double.NaN;
    }
    if (value < field.least || value > field.most) {
      throw new EpwWeather.Unreadable(
          line,
          field.zh + "不可能为 " + value + "；应在 " + field.least + " 至 " + field.most + " 之间",
          "impossible " + field.en + " " + value + "; must be " + field.least + " to "
              + field.most);
    }
    return value;
  }

  private static double number(String cell, int line) {
    double number;
    try {
      number = Double.parseDouble(cell.trim());
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw new EpwWeather.Unreadable(line, "不是数字：“" + cell + "”", "not a number: '" + cell + "'");
    }
    return number;
  }
}
