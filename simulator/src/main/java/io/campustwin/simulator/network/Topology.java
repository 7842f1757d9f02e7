package io.campustwin.simulator.network;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import java.util.ArrayList;
import java.util.List;

/**
 * Who hangs on which switch. The core is the fastest switch; every other is an access switch on a link to it. Equipment
 * belongs to the first access switch of its storey, else to the core.
 */
final class Topology {
  final List<Equipment> switches = new ArrayList<>();
  final List<Equipment> cells = new ArrayList<>();
  final int core;
  private final CampusModel model;

  Topology(CampusModel model) {
    this.model = model;
    for (Equipment piece : model.equipment()) {
      if (piece.kind().equals("access-switch")) {
        switches.add(piece);
      } else if (piece.kind().equals("wifi-ap")) {
        cells.add(piece);
      }
    }
    int fastest = -1;
    for (int k = 0; k < switches.size(); k++) {
      if (fastest < 0 || speed(k) > speed(fastest)) {
        fastest = k;
      }
    }
    core = fastest;
  }

  /** Of a switch's link, Mbps. */
  double speed(int k) {
    return fact(switches.get(k), "linkSpeed", 1000);
  }

  /** Index of the switch a piece hangs on; -1 if the campus has none. */
  int switchOf(Equipment piece) {
    String storey = storey(piece);
    for (int k = 0; k < switches.size(); k++) {
      if (k != core && !storey.isEmpty() && storey.equals(storey(switches.get(k)))) {
        return k;
      }
    }
    return core;
  }

  private String storey(Equipment piece) {
    return model
        .findSpace(piece.space())
        .map(space -> space.storey() == null ? "" : space.storey())
        .orElse("");
  }

  static double fact(Equipment piece, String key, double otherwise) {
    String text = piece.facts().get(key);
    try {
      double number = text == null ? otherwise : Double.parseDouble(text);
      return number >= 0 ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
