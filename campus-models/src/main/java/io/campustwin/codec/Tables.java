package io.campustwin.codec;

import io.campustwin.codec.tree.CsvText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens tables and checks their heading and the width of every row. */
final class Tables {
  private Tables() {}

  /** The table without its crooked rows; empty if the heading lacks a column. */
  static Optional<CsvText.Table> read(
      byte[] bytes, List<String> columns, String file, Faults faults) {
    CsvText.Table table = CsvText.read(bytes);
    String heading = String.join(",", columns);
    for (String column : columns) {
      if (!table.columns().contains(column)) {
        String problem = "heading without '" + column + "'";
        faults.add(FaultCode.BAD_TABLE, file, table.headingLine(), column, problem, heading);
        return Optional.empty();
      }
    }
    List<CsvText.Row> rows = new ArrayList<>();
    for (CsvText.Row row : table.rows()) {
      if (row.width() == table.columns().size()) {
        rows.add(row);
      } else {
        String problem = row.width() + " cells, " + table.columns().size() + " columns";
        String all = String.join(",", table.columns());
        faults.add(FaultCode.BAD_TABLE, file, row.line(), row.cell(columns.get(0)), problem, all);
      }
    }
    return Optional.of(new CsvText.Table(table.columns(), table.headingLine(), rows));
  }
}
