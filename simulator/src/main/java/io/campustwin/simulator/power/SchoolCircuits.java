package io.campustwin.simulator.power;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of circuits of a campus. The transformer feeds the meters, a meter the meters of parts of its places (or those
 * that a {@code feeds} relation names); behind the narrowest meter each room has circuits of its own for light, sockets,
 * plant and essential devices, as GB 50099 and JGJ 310 ask of classrooms, and whatever needs more than 12 kW has one for
 * itself. Photovoltaics have a feeder of their own. Breakers and lines are sized for what can be drawn at most; a meter's
 * fact {@code breaker} (A) overrules.
 */
final class SchoolCircuits {
  /** Id of the circuit at the transformer. */
  static final String SERVICE = "service";

  /** Load loss of a transformer of 1000 kVA over its rating, GB 20052 (10.3 kW), as a drop of voltage. */
  private static final double TRANSFORMER = 0.0103 * PowerTree.POWER_FACTOR;

  private static final double FEEDER_DROP = 0.01;
  private static final double ROOM_DROP = 0.015;
  private static final double DIVERSITY = 0.8;
  private static final double OWN_CIRCUIT = 12_000;
  private final CampusModel model;
  private final Coverage coverage;
  private final List<Equipment> meters = new ArrayList<>();
  private final List<BitSet> covers = new ArrayList<>();
  private final Map<String, String> feeders = new HashMap<>();
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();
  final String[] circuitOf;
  final String[] socketsOf;

  /** A circuit without others behind it. */
  private static final class Leaf {
    private final String panel;
    private double watts;

    Leaf(String panel) {
      this.panel = panel;
    }
  }

  SchoolCircuits(CampusModel model) {
    this.model = model;
    coverage = new Coverage(model);
    circuitOf = new String[model.equipment().size()];
    socketsOf = new String[model.campus().spaces().size()];
    Arrays.fill(socketsOf, "");
    for (Equipment piece : model.equipment()) {
      if (piece.kind().equals("electric-meter")) {
        meters.add(piece);
        covers.add(coverage.of(piece));
      }
    }
    relations();
    for (int e = 0; e < circuitOf.length; e++) {
      circuitOf[e] = equipment(model.equipment().get(e));
    }
    for (int s = 0; s < socketsOf.length; s++) {
      Space space = model.campus().spaces().get(s);
      if (space.building() != null) {
        socketsOf[s] = leaf(space.id() + ".socket", panel(s), DesignLoad.sockets(space));
      }
    }
  }

  /** Equipment that a meter feeds by name. */
  private void relations() {
    for (Relation relation : model.relations()) {
      boolean isMeter = meters.stream().anyMatch(meter -> meter.id().equals(relation.from()));
      if (isMeter
          && relation.kind() == Relation.Kind.FEEDS
          && model.findEquipment(relation.to()).isPresent()) {
        feeders.put(relation.to(), relation.from());
      }
    }
  }

  private String equipment(Equipment piece) {
    if (piece.kind().equals("electric-meter")) {
      return piece.id();
    }
    if (piece.kind().equals("pv-inverter")) {
      double peak =
          DesignLoad.fact(piece, "peakPower", DesignLoad.fact(piece, "ratedPower", 50_000));
      return leaf(piece.id() + ".supply", SERVICE, peak);
    }
    int s = coverage.space(piece.space());
    String panel = feeders.getOrDefault(piece.id(), s < 0 ? SERVICE : panel(s));
    double watts = s < 0 ? 12 : DesignLoad.of(piece, model.campus().spaces().get(s));
    boolean alone = watts > OWN_CIRCUIT || feeders.containsKey(piece.id());
    String id = alone ? piece.id() + ".supply" : piece.space() + "." + use(piece.kind());
    return leaf(id, panel, watts);
  }

  private String leaf(String id, String panel, double watts) {
    leaves.computeIfAbsent(id, key -> new Leaf(panel)).watts += watts;
    return id;
  }

  private static String use(String kind) {
    return switch (kind) {
      case "lighting-group" -> "light";
      case "fan-coil", "air-handler", "chiller" -> "plant";
      case "interactive-panel", "class-board", "public-screen", "computer-lab", "dormitory-room" ->
        "socket";
      default -> "essential";
    };
  }

  /** The meter that stands before the fewest spaces of which this is one. */
  private String panel(int space) {
    int best = -1;
    for (int m = 0; m < meters.size(); m++) {
      boolean narrower =
          best < 0 || covers.get(m).cardinality() < covers.get(best).cardinality();
      if (covers.get(m).get(space) && narrower) {
        best = m;
      }
    }
    return best < 0 ? SERVICE : meters.get(best).id();
  }

  /** The meter before a meter: by name, else the narrowest that has all its spaces and more, or came before it. */
  private String feeder(int meter) {
    String named = feeders.get(meters.get(meter).id());
    if (named != null) {
      return named;
    }
    int best = -1;
    for (int m = 0; m < meters.size(); m++) {
      if (m != meter && isBefore(m, meter)) {
        boolean narrower =
            best < 0 || covers.get(m).cardinality() <= covers.get(best).cardinality();
        best = narrower ? m : best;
      }
    }
    return best < 0 ? SERVICE : meters.get(best).id();
  }

  private boolean isBefore(int above, int below) {
    BitSet outside = (BitSet) covers.get(below).clone();
    outside.andNot(covers.get(above));
    boolean same = covers.get(above).cardinality() == covers.get(below).cardinality();
    return outside.isEmpty() && (!same || above < below);
  }

  /** The tree; throws {@link BadCircuit}. */
  PowerTree tree() {
    List<Circuit> plan = new ArrayList<>();
    plan.add(new Circuit(SERVICE, "", 1, 3, TRANSFORMER));
    for (int m = 0; m < meters.size(); m++) {
      double breaker = DesignLoad.fact(meters.get(m), "breaker", 1);
      plan.add(new Circuit(meters.get(m).id(), feeder(m), breaker, 3, FEEDER_DROP));
    }
    leaves.forEach((id, leaf) ->
        plan.add(new Circuit(id, leaf.panel, 1, leaf.watts > OWN_CIRCUIT ? 3 : 1, ROOM_DROP)));
    PowerTree rough = PowerTree.of(plan);
    double[] design = new double[rough.size()];
    List<Circuit> sized = new ArrayList<>();
    for (int i = rough.size() - 1; i >= 0; i--) {
      Circuit circuit = rough.circuit(i);
      Leaf leaf = leaves.get(circuit.id());
      design[i] += leaf == null ? 0 : leaf.watts;
      if (i > 0) {
        design[rough.feeder(i)] += DIVERSITY * design[i];
      }
      sized.add(0, sized(circuit, design[i]));
    }
    return PowerTree.of(sized);
  }

  private Circuit sized(Circuit rough, double watts) {
    boolean given = model
        .findEquipment(rough.id())
        .map(meter -> meter.facts().containsKey("breaker"))
        .orElse(false);
    double breaker = given ? rough.rated() : DesignLoad.breaker(watts, rough.phases());
    return new Circuit(rough.id(), rough.feeder(), breaker, rough.phases(), rough.drop());
  }
}
