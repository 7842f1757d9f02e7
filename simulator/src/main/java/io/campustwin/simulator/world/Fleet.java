package io.campustwin.simulator.world;

import io.campustwin.asset.Equipment;
import java.util.ArrayList;
import java.util.List;

/** All equipment of one kind, side by side; their points of one name form a {@link Column}. */
final class Fleet {
  private final PointTable table;
  private final List<Equipment> pieces = new ArrayList<>();
  private final int[] equipment;
  private final int[] spaces;

  Fleet(Site site, String kind) {
    table = site.table();
    List<Equipment> all = site.model().equipment();
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind().equals(kind)) {
        pieces.add(all.get(i));
        found.add(i);
      }
    }
    equipment = found.stream().mapToInt(Integer::intValue).toArray();
    spaces = pieces.stream().mapToInt(piece -> site.space(piece.space())).toArray();
  }

  int size() {
    return pieces.size();
  }

  Equipment piece(int k) {
    return pieces.get(k);
  }

  /** Index of the piece among all equipment. */
  int equipment(int k) {
    return equipment[k];
  }

  /** Index of the space the piece stands in. */
  int space(int k) {
    return spaces[k];
  }

  /** A number among the piece's facts, or {@code otherwise}. */
  double fact(int k, String key, double otherwise) {
    String text = pieces.get(k).facts().get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  Column column(String name) {
    return new Column(
        pieces.stream().mapToInt(piece -> table.find(piece.id(), name)).toArray());
  }

  /** One point of each piece; a piece without it is passed over. */
  final class Column {
    private final int[] at;

    private Column(int[] at) {
      this.at = at;
    }

    /** Index of the point, -1 if the piece has none. */
    int point(int k) {
      return at[k];
    }

    double get(int k) {
      return at[k] < 0 ? 0 : table.number(at[k]);
    }

    boolean on(int k) {
      return get(k) >= 0.5;
    }

    boolean is(int k, String state) {
      return at[k] >= 0 && (int) get(k) == table.code(at[k], state);
    }

    String text(int k) {
      return at[k] < 0 ? "" : table.text(at[k]);
    }

    void set(int k, double number) {
      if (at[k] >= 0) {
        table.set(at[k], number);
      }
    }

    void flag(int k, boolean on) {
      set(k, on ? 1 : 0);
    }

    void state(int k, String word) {
      if (at[k] >= 0) {
        int code = table.code(at[k], word);
        if (code >= 0) {
          table.set(at[k], code);
        }
      }
    }
  }
}
