package io.campustwin.engine.matrix;

import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the matrix of a campus with the approved one and names every departure; equal ones give an empty list. */
public final class Differences {
  private final List<Difference> found = new ArrayList<>();
  private final Map<String, Integer> approvedRows = new LinkedHashMap<>();
  private final Map<String, Integer> presentRows = new LinkedHashMap<>();
  private final Matrix approved;
  private final Matrix present;

  private Differences(Matrix approved, Matrix present) {
    this.approved = approved;
    this.present = present;
    index(approved, approvedRows);
    index(present, presentRows);
  }

  public static List<Difference> between(Matrix approved, Matrix present) {
    Differences work = new Differences(approved, present);
    work.lost(Difference.Kind.EFFECT_GONE, approved, effects(present));
    work.cells();
    work.lost(Difference.Kind.EFFECT_ADDED, present, effects(approved));
    work.added();
    return List.copyOf(work.found);
  }

  private static void index(Matrix matrix, Map<String, Integer> rows) {
    for (int row = 0; row < matrix.cells().size(); row++) {
      Cell cell = matrix.cells().get(row);
      rows.put(key(cell), row);
    }
  }

  private static String key(Cell cell) {
    return cell.linkage() + "\n" + cell.effect() + "\n" + cell.place();
  }

  private static String effect(Cell cell) {
    return cell.linkage() + "\n" + cell.effect();
  }

  private static Set<String> effects(Matrix matrix) {
    Set<String> effects = new LinkedHashSet<>();
    matrix.cells().forEach(cell -> effects.add(effect(cell)));
    return effects;
  }

  /** Effects of one matrix that the other has in no place, each once. */
  private void lost(Difference.Kind kind, Matrix from, Set<String> others) {
    boolean gone = kind == Difference.Kind.EFFECT_GONE;
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Cell cell : from.cells()) {
      if (!others.contains(effect(cell))) {
        places.merge(effect(cell), 1, Integer::sum);
      }
    }
    places.forEach((effect, count) -> {
      String[] parts = effect.split("\n", -1);
      int row = gone ? first(effect) : -1;
      String many = String.valueOf(count);
      found.add(new Difference(
          kind, parts[0], "", parts[1], "", gone ? many : "0", gone ? "0" : many, row));
    });
  }

  private int first(String effect) {
    for (int row = 0; row < approved.cells().size(); row++) {
      if (effect(approved.cells().get(row)).equals(effect)) {
        return row;
      }
    }
    return -1;
  }

  private void cells() {
    Set<String> effects = effects(present);
    approvedRows.forEach((key, row) -> {
      Cell cell = approved.cells().get(row);
      Integer other = presentRows.get(key);
      if (other != null) {
        compare(cell, present.cells().get(other), row);
      } else if (effects.contains(effect(cell))) {
        add(Difference.Kind.CELL_GONE, cell, "", row);
      }
    });
  }

  private void added() {
    Set<String> effects = effects(approved);
    presentRows.forEach((key, row) -> {
      Cell cell = present.cells().get(row);
      if (!approvedRows.containsKey(key) && effects.contains(effect(cell))) {
        add(Difference.Kind.CELL_ADDED, cell, "", -1);
      }
    });
  }

  private void compare(Cell before, Cell now, int row) {
    String one = text(before);
    String two = text(now);
    if (!one.equals(two)) {
      found.add(new Difference(
          Difference.Kind.CHANGED,
          before.linkage(),
          before.place(),
          before.effect(),
          "",
          one,
          two,
          row));
    }
    targets(before, now, row);
  }

  private void targets(Cell before, Cell now, int row) {
    Set<PointId> have = new LinkedHashSet<>(now.targets());
    Set<PointId> want = new LinkedHashSet<>(before.targets());
    want.stream()
        .filter(id -> !have.contains(id))
        .forEach(id -> add(Difference.Kind.TARGET_GONE, before, id.text(), row));
    have.stream()
        .filter(id -> !want.contains(id))
        .forEach(id -> add(Difference.Kind.TARGET_ADDED, now, id.text(), row));
  }

  private static String text(Cell cell) {
    return cell.by().word() + " = " + MatrixCsv.flat(cell.value()) + " < "
        + MatrixCsv.seconds(cell.limitMillis()) + " s";
  }

  private void add(Difference.Kind kind, Cell cell, String target, int row) {
    found.add(
        new Difference(kind, cell.linkage(), cell.place(), cell.effect(), target, "", "", row));
  }
}
