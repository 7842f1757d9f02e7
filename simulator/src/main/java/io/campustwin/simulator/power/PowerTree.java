package io.campustwin.simulator.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A radial network of circuits in columns, each after the one that feeds it. Immutable. Resistances follow from the drop
 * of voltage at rated current that the lines were laid for.
 */
public final class PowerTree {
  /** Between phase and neutral at the transformer, V: 400 V without load over the root of three. */
  public static final double VOLTS = 400 / Math.sqrt(3);

  /** Power factor of every load and line; the school's meters have always used it. */
  public static final double POWER_FACTOR = 0.93;

  final Circuit[] circuits;
  final int[] feeder;
  final double[] resistance;
  private final Map<String, Integer> index = new HashMap<>();

  private PowerTree(List<Circuit> sorted) {
    circuits = sorted.toArray(new Circuit[0]);
    feeder = new int[circuits.length];
    resistance = new double[circuits.length];
    for (int i = 0; i < circuits.length; i++) {
      Circuit circuit = circuits[i];
      index.put(circuit.id(), i);
      feeder[i] = circuit.feeder().isEmpty() ? -1 : index.get(circuit.feeder());
      resistance[i] = circuit.drop() * VOLTS / (circuit.rated() * POWER_FACTOR);
    }
  }

  /**
   * Sorts and checks.
   *
   * @throws BadCircuit if an id is there twice, a feeder is unknown or a circuit feeds itself
   */
  public static PowerTree of(List<Circuit> circuits) {
    Map<String, Circuit> known = new LinkedHashMap<>();
    for (Circuit circuit : circuits) {
      if (known.put(circuit.id(), circuit) != null) {
        throw BadCircuit.twice(circuit.id());
      }
    }
    Map<String, Circuit> sorted = new LinkedHashMap<>();
    for (Circuit circuit : circuits) {
      place(circuit, known, sorted);
    }
    return new PowerTree(new ArrayList<>(sorted.values()));
  }

  /** Puts a circuit behind all that feed it. */
  private static void place(
      Circuit circuit, Map<String, Circuit> known, Map<String, Circuit> sorted) {
    List<Circuit> chain = new ArrayList<>();
    Circuit at = circuit;
    while (!sorted.containsKey(at.id())) {
      if (chain.contains(at)) {
        throw BadCircuit.loop(at.id());
      }
      chain.add(at);
      if (at.feeder().isEmpty()) {
        break;
      }
      Circuit above = known.get(at.feeder());
      if (above == null) {
        throw BadCircuit.unknownFeeder(at.id(), at.feeder());
      }
      at = above;
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      sorted.put(chain.get(i).id(), chain.get(i));
    }
  }

  public int size() {
    return circuits.length;
  }

  public Circuit circuit(int i) {
    return circuits[i];
  }

  /** Index of the circuit that feeds it, -1 at the transformer. */
  public int feeder(int i) {
    return feeder[i];
  }

  /** Index of a circuit, -1 if there is none. */
  public int find(String id) {
    return index.getOrDefault(id, -1);
  }
}
