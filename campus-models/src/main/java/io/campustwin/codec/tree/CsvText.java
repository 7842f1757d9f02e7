package io.campustwin.codec.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads comma-separated tables with a heading line. Cells may be quoted ({@code "a, b"}, a quote doubled inside);
 * a cell never spans lines; empty lines and lines that start with {@code #} are skipped.
 */
public final class CsvText {
  /**
   * One row: cells by column.
   *
   * @param line from 1
   * @param width how many cells the line has
   */
  public record Row(int line, int width, Map<String, String> cells) {
    /** The cell without surrounding blanks, empty text if there is none. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * A whole table.
   *
   * @param columns of the heading, empty if the file has none
   * @param headingLine from 1, 0 if there is no heading
   */
  public record Table(List<String> columns, int headingLine, List<Row> rows) {}

  private CsvText() {}

  public static Table read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> columns = List.of();
    int headingLine = 0;
    List<Row> rows = new ArrayList<>();
    int line = 0;
    for (String one : text.split("\r\n|\n|\r", -1)) {
      line++;
      String plain = line == 1 && one.startsWith("\uFEFF") ? one.substring(1) : one;
      if (plain.isBlank() || plain.startsWith("#")) {
        continue;
      }
      List<String> cells = split(plain);
      if (headingLine == 0) {
        columns = cells;
        headingLine = line;
      } else {
        rows.add(row(line, columns, cells));
      }
    }
    return new Table(columns, headingLine, rows);
  }

  private static Row row(int line, List<String> columns, List<String> cells) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      byColumn.put(columns.get(i), cells.get(i));
    }
    return new Row(line, cells.size(), byColumn);
  }

  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
