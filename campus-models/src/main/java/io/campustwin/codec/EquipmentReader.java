package io.campustwin.codec;

import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.CsvText;
import io.campustwin.codec.tree.Nearest;
import io.campustwin.codec.tree.Tree;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads equipment tables: {@code id,kind,space,x,y,z,heading,zh,en,public,facts}. Names left out are made of the
 * space's and the kind's; facts are {@code key=value} joined by semicolons.
 */
final class EquipmentReader {
  private static final List<String> COLUMNS = List.of("id", "kind", "space", "x", "y");
  private static final double WALL = 0.6;
  private static final double MOST = 1e9;
  private static final List<String> FIGURES = List.of(
      "ratedPower",
      "peakPower",
      "battery",
      "storageCapacity",
      "breaker",
      "capacity",
      "cooling",
      "upsMinutes",
      "linkSpeed",
      "bitrate",
      "diskTB",
      "seats");
  private final Draft draft;
  private final String file;

  EquipmentReader(Draft draft, String file) {
    this.draft = draft;
    this.file = file;
  }

  void read(byte[] bytes) {
    Optional<CsvText.Table> table = Tables.read(bytes, COLUMNS, file, draft.faults);
    table.ifPresent(read -> read.rows().forEach(this::row));
  }

  private void row(CsvText.Row row) {
    String id = row.cell("id");
    if (!draft.declare(id, file, row.line())) {
      return;
    }
    Optional<EquipmentKind> kind = draft.kinds.find(row.cell("kind"));
    if (kind.isEmpty()) {
      String nearest = Nearest.of(row.cell("kind"), draft.kinds.kinds().keySet());
      fault(row, FaultCode.UNKNOWN_KIND, row.cell("kind"), nearest);
    }
    Space space = draft.spaces.get(row.cell("space"));
    if (space == null) {
      fault(row, FaultCode.UNKNOWN_SPACE, row.cell("space"));
    }
    double x = number(row, "x", 1e5);
    double y = number(row, "y", 1e5);
    double z = number(row, "z", 1e3);
    double heading = number(row, "heading", 360);
    if (kind.isEmpty() || space == null) {
      return;
    }
    double away = PlanCheck.distance(space.polygon(), x, y);
    if (away > WALL) {
      fault(row, FaultCode.EQUIPMENT_OUTSIDE_SPACE, space.id(), PlanCheck.metres(away));
    }
    boolean isPublic = row.cell("public").equals("true");
    add(
        new Equipment(
            id,
            kind.get().key(),
            name(row, space, kind.get()),
            space.id(),
            x,
            y,
            z,
            heading,
            facts(row),
            isPublic),
        kind.get(),
        row.line());
  }

  private void add(Equipment equipment, EquipmentKind kind, int line) {
    draft.equipment.put(equipment.id(), equipment);
    for (PointTemplate template : kind.points()) {
      String id = equipment.id() + "." + template.name();
      if (PointId.isValid(id)) {
        draft.points.put(id, new Draft.Pending(id, equipment, template));
      } else {
        draft.faults.add(FaultCode.BAD_ID, file, line, equipment.id(), id);
      }
    }
  }

  private static Name name(CsvText.Row row, Space space, EquipmentKind kind) {
    String zh = row.cell("zh");
    String en = row.cell("en");
    return new Name(
        zh.isEmpty() ? space.name().zh() + kind.name().zh() : zh,
        en.isEmpty() ? space.name().en() + " · " + kind.name().en() : en);
  }

  private Map<String, String> facts(CsvText.Row row) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String fact : row.cell("facts").split(";", -1)) {
      int at = fact.indexOf('=');
      if (at > 0) {
        facts.put(fact.substring(0, at).strip(), fact.substring(at + 1).strip());
      } else if (!fact.isBlank()) {
        fault(row, FaultCode.BAD_VALUE, "facts", fact, "key=value; key=value");
      }
    }
    String passage = facts.get("passage");
    if (passage != null && !draft.passages.containsKey(passage)) {
      fault(row, FaultCode.UNKNOWN_PASSAGE, passage);
    }
    for (String key : FIGURES) {
      figure(row, key, facts.get(key));
    }
    return Collections.unmodifiableMap(facts);
  }

  /** Powers, sizes and rates are numbers not below zero; a breaker of 0 A carries nothing. */
  private void figure(CsvText.Row row, String key, @Nullable String text) {
    if (text == null) {
      return;
    }
    OptionalDouble number = Tree.toNumber(text);
    double least = key.equals("breaker") ? 1 : 0;
    if (number.isEmpty() || !(number.getAsDouble() >= least && number.getAsDouble() <= MOST)) {
      fault(row, FaultCode.BAD_NUMBER, key, text, Entry.range(least, MOST));
    }
  }

  private double number(CsvText.Row row, String column, double limit) {
    String cell = row.cell(column);
    boolean optional = !COLUMNS.contains(column);
    if (cell.isEmpty() && optional) {
      return 0;
    }
    OptionalDouble number = Tree.toNumber(cell);
    if (number.isEmpty() || Math.abs(number.getAsDouble()) > limit) {
      fault(row, FaultCode.BAD_NUMBER, column, cell, Entry.range(-limit, limit));
      return 0;
    }
    return number.getAsDouble();
  }

  private void fault(CsvText.Row row, FaultCode code, Object... found) {
    draft.faults.add(code, file, row.line(), row.cell("id"), found);
  }
}
