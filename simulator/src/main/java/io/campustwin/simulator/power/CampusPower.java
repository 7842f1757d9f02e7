package io.campustwin.simulator.power;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Electricity of a campus, step by step: loads of all equipment and sockets, photovoltaics and storage on the tree of
 * circuits; breakers that open on overload or because a fault says so; what is without power after that. Fire, metering
 * and access equipment has batteries (GB 50116 asks for them), a room with a machine-room monitor its {@code upsMinutes}.
 * Powers in W, equipment and spaces by their index in the model.
 */
public final class CampusPower {
  private static final Set<String> BACKED = Set.of(
      "electric-meter",
      "water-meter",
      "gas-meter",
      "fire-panel",
      "smoke-detector",
      "call-point",
      "sounder",
      "emergency-light",
      "evacuation-sign",
      "access-door",
      "fire-door",
      "hydrant",
      "patrol-point",
      "panic-button",
      "weather-station");

  /** No-load loss of a transformer of 1000 kVA over its rating, GB 20052 (0.83 kW). */
  private static final double IRON = 0.00083;

  private final PowerTree tree;
  private final PowerFlow flow;
  private final Breakers breakers;
  private final int[] circuitOf;
  private final int[] socketsOf;
  private final double[] watts;
  private final double[] sockets;
  private final double[] reserve;
  private final double[] deadFor;
  private final boolean[] dark;
  private final boolean[] cut;
  private final double iron;
  private double solar;
  private double storage;

  /** @throws BadCircuit if the model's circuits cannot be */
  public CampusPower(CampusModel model) {
    SchoolCircuits school = new SchoolCircuits(model);
    tree = school.tree();
    flow = new PowerFlow(tree);
    breakers = new Breakers(tree);
    circuitOf = Arrays.stream(school.circuitOf).mapToInt(tree::find).toArray();
    socketsOf = Arrays.stream(school.socketsOf).mapToInt(tree::find).toArray();
    watts = new double[circuitOf.length];
    sockets = new double[socketsOf.length];
    reserve = reserves(model);
    deadFor = new double[tree.size()];
    dark = new boolean[circuitOf.length];
    cut = new boolean[tree.size()];
    iron = IRON * 3 * PowerTree.VOLTS * tree.circuit(0).rated();
  }

  private static double[] reserves(CampusModel model) {
    List<Equipment> all = model.equipment();
    double[] seconds = new double[all.size()];
    for (int e = 0; e < seconds.length; e++) {
      String space = all.get(e).space();
      double minutes = all.stream()
          .filter(piece -> piece.kind().equals("machine-room-monitor"))
          .filter(piece -> piece.space().equals(space))
          .mapToDouble(piece -> DesignLoad.fact(piece, "upsMinutes", 45))
          .max()
          .orElse(0);
      boolean backed = BACKED.contains(all.get(e).kind());
      seconds[e] = backed ? Double.POSITIVE_INFINITY : minutes * 60;
    }
    return seconds;
  }

  /**
   * Where power comes from and goes to, W.
   *
   * @param grid from the public network, less than zero if given back
   * @param solar from photovoltaics
   * @param storage into batteries, less than zero out of them
   * @param loads of equipment and sockets that are served
   * @param losses of lines and the transformer
   */
  public record Balance(double grid, double solar, double storage, double loads, double losses) {
    /** What is missing over what there is; 0 if it closes. */
    public double residual() {
      double all = Math.abs(grid) + solar + Math.abs(storage) + loads + losses;
      return Math.abs(grid + solar - storage - loads - losses) / Math.max(1, all);
    }
  }

  /** What a piece of equipment would draw. */
  public void draw(int equipment, double power) {
    watts[equipment] = power;
  }

  /** What the sockets of an indoor space would draw. */
  public void sockets(int space, double power) {
    sockets[space] = power;
  }

  /** What an inverter makes of the sun and what of it, or of the network, goes into its battery. */
  public void give(int equipment, double made, double stored) {
    if (!flow.isDead(circuitOf[equipment])) {
      flow.add(circuitOf[equipment], stored - made);
      solar += made;
      storage += stored;
    }
  }

  /** True while an inverter has a network to feed. */
  public boolean isFed(int equipment) {
    return !flow.isDead(circuitOf[equipment]);
  }

  /** A fault holds the breaker of a circuit open. */
  public void cut(int circuit, boolean open) {
    cut[circuit] = open;
  }

  /** Before anything is drawn in a step. */
  public void begin() {
    flow.clear();
    solar = 0;
    storage = 0;
    for (int i = 0; i < cut.length; i++) {
      flow.open(i, cut[i] || breakers.isTripped(i));
    }
  }

  /** Sums, lets breakers open, and finds what is without power now. */
  public void end(double seconds) {
    for (int e = 0; e < watts.length; e++) {
      flow.add(circuitOf[e], watts[e]);
    }
    for (int s = 0; s < sockets.length; s++) {
      if (socketsOf[s] >= 0) {
        flow.add(socketsOf[s], sockets[s]);
      }
    }
    flow.solve();
    breakers.step(flow, seconds);
    for (int i = 0; i < deadFor.length; i++) {
      deadFor[i] = flow.isDead(i) ? deadFor[i] + seconds : 0;
    }
    for (int e = 0; e < dark.length; e++) {
      int circuit = circuitOf[e];
      dark[e] = flow.isDead(circuit) && deadFor[circuit] > reserve[e];
    }
  }

  /** The balance of the step, loads summed by equipment and not by circuit. */
  public Balance balance() {
    double loads = 0;
    for (int e = 0; e < watts.length; e++) {
      loads += flow.isDead(circuitOf[e]) ? 0 : watts[e];
    }
    for (int s = 0; s < sockets.length; s++) {
      boolean live = socketsOf[s] >= 0 && !flow.isDead(socketsOf[s]);
      loads += live ? sockets[s] : 0;
    }
    double magnet = flow.isDead(0) ? 0 : iron;
    return new Balance(flow.power(0) + magnet, solar, storage, loads, flow.losses() + magnet);
  }

  /** True if a piece of equipment is without power and without battery. */
  public boolean isDark(int equipment) {
    return dark[equipment];
  }

  /** All that are without power, by equipment; live, not a copy. */
  public boolean[] dark() {
    return dark;
  }

  /** Index of the circuit of a piece of equipment; that of a meter is the one it measures. */
  public int circuitOf(int equipment) {
    return circuitOf[equipment];
  }

  /** Flows of the last step. */
  public PowerFlow flow() {
    return flow;
  }

  public PowerTree tree() {
    return tree;
  }

  public boolean isTripped(int circuit) {
    return breakers.isTripped(circuit);
  }

  /** Breakers that opened by themselves are closed by hand. */
  public void reclose() {
    breakers.reclose();
  }

  /** What cannot be found from the next step's loads. */
  public void save(ByteWriter out) {
    breakers.save(out);
    for (double seconds : deadFor) {
      out.real(seconds);
    }
  }

  public void load(ByteReader in) {
    breakers.load(in);
    for (int i = 0; i < deadFor.length; i++) {
      deadFor[i] = in.finite();
    }
  }
}
