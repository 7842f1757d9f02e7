package io.campustwin.engine.matrix;

import io.campustwin.codec.tree.CsvText;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.signal.PointId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The matrix as a table, one cell a row: {@code linkage,place,effect,by,value,limit,targets}, the limit in seconds, the
 * targets separated by blanks. As {@code matrix.csv} in a campus folder it is the approved matrix.
 */
public final class MatrixCsv {
  /** Where the approved matrix of a campus stands. */
  public static final String FILE = "matrix.csv";

  static final List<String> COLUMNS =
      List.of("linkage", "place", "effect", "by", "value", "limit", "targets");

  private MatrixCsv() {}

  public static byte[] write(Matrix matrix) {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    for (Cell cell : matrix.cells()) {
      String targets = cell.targets().stream().map(PointId::text).collect(Collectors.joining(" "));
      text.append(quoted(cell.linkage())).append(',');
      text.append(quoted(cell.place())).append(',');
      text.append(quoted(cell.effect())).append(',');
      text.append(cell.by().word()).append(',');
      text.append(quoted(cell.value())).append(',');
      text.append(seconds(cell.limitMillis())).append(',');
      text.append(targets).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Such as {@code 10} or {@code 2.5}. */
  static String seconds(long millis) {
    return millis % 1000 == 0
        ? String.valueOf(millis / 1000)
        : String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  private static String quoted(String text) {
    String flat = text.replace('\n', ' ').replace('\r', ' ').strip();
    return flat.matches(".*[,\"#].*") ? '"' + flat.replace("\"", "\"\"") + '"' : flat;
  }

  /** The value of a cell as it comes back from the table. */
  static String flat(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').strip();
  }

  /**
   * What {@link #write} wrote, whatever was edited since.
   *
   * @param bad lines that cannot be read, from 1
   */
  public record Reading(Matrix matrix, List<Integer> lines, List<Integer> bad) {}

  /** Reads a table; {@code lines} has the line of each cell. */
  public static Reading read(byte[] bytes) {
    CsvText.Table table = CsvText.read(bytes);
    List<Cell> cells = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<Integer> bad = new ArrayList<>();
    if (!table.columns().equals(COLUMNS)) {
      bad.add(Math.max(1, table.headingLine()));
      return new Reading(new Matrix(cells), lines, bad);
    }
    for (CsvText.Row row : table.rows()) {
      if (isGood(row)) {
        cells.add(cell(row));
        lines.add(row.line());
      } else {
        bad.add(row.line());
      }
    }
    return new Reading(new Matrix(cells), lines, bad);
  }

  private static boolean isGood(CsvText.Row row) {
    return row.width() == COLUMNS.size()
        && Tree.toNumber(row.cell("limit")).isPresent()
        && List.of("controller", "platform").contains(row.cell("by"))
        && targets(row).stream().allMatch(PointId::isValid);
  }

  private static List<String> targets(CsvText.Row row) {
    return Arrays.stream(row.cell("targets").split(" "))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static Cell cell(CsvText.Row row) {
    return new Cell(
        row.cell("linkage"),
        row.cell("place"),
        row.cell("effect"),
        row.cell("by").equals("platform") ? EffectRun.By.PLATFORM : EffectRun.By.CONTROLLER,
        row.cell("value"),
        Math.round(Tree.toNumber(row.cell("limit")).orElse(0) * 1000),
        targets(row).stream().map(PointId::of).toList());
  }
}
