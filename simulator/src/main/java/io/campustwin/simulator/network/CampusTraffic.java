package io.campustwin.simulator.network;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Traffic of a campus: exit, core, access switches and Wi-Fi cells, full duplex but for the cells, whose air both ways
 * share. Flows by class and end: web from the exit to the clients of a cell and back, lessons to the wired terminals of a
 * switch, pictures from the cameras of a switch to each recorder, readings from its gateways to the core. Links are shared
 * by {@link FlowNet}; their queues are {@link Queue}s. Cells and switches in the order of the model; Mbps.
 */
public final class CampusTraffic {
  /** What a cell carries after its overhead: two streams on 20 MHz, 130 Mbps at the air, about half of it usable. */
  private static final double CELL = 60;

  /** Classes of traffic. */
  public enum Kind {
    WEB_DOWN,
    WEB_UP,
    LESSON,
    PICTURES,
    READINGS
  }

  /** A flow: its class, its switch, and its cell or recorder, -1 if it has none. */
  private record Flow(Kind kind, int at, int end) {}

  private final Topology topology;
  private final List<Flow> flows = new ArrayList<>();
  private final FlowNet net;
  private final int[] cellSwitch;
  private final double[][] cameras;

  public CampusTraffic(CampusModel model) {
    topology = new Topology(model);
    cellSwitch = topology.cells.stream().mapToInt(topology::switchOf).toArray();
    cameras = cameras(model);
    ends();
    net = new FlowNet(
        2 + 2 * switches() + cellSwitch.length,
        flows.stream().map(this::path).toArray(int[][]::new));
    for (int c = 0; c < cellSwitch.length; c++) {
      net.capacity(cell(c), CELL);
    }
  }

  /** All flows that there can be. */
  private void ends() {
    for (int c = 0; c < cellSwitch.length; c++) {
      flows.add(new Flow(Kind.WEB_DOWN, cellSwitch[c], c));
      flows.add(new Flow(Kind.WEB_UP, cellSwitch[c], c));
    }
    for (int k = 0; k < switches(); k++) {
      flows.add(new Flow(Kind.LESSON, k, -1));
      flows.add(new Flow(Kind.READINGS, k, -1));
      for (int r = 0; r < cameras.length; r++) {
        flows.add(new Flow(Kind.PICTURES, k, r));
      }
    }
  }

  /** Mbps of the cameras of each recorder behind each switch; a recorder without relations takes its share of all. */
  private double[][] cameras(CampusModel model) {
    List<Equipment> recorders = model.equipment().stream()
        .filter(piece -> piece.kind().equals("video-recorder"))
        .toList();
    double[][] rates = new double[recorders.size()][switches()];
    for (int r = 0; r < rates.length; r++) {
      String id = recorders.get(r).id();
      List<String> served = model.relations().stream()
          .filter(one -> one.from().equals(id) && one.kind() != Relation.Kind.OBSERVES)
          .map(Relation::to)
          .toList();
      for (Equipment piece : model.equipment()) {
        boolean its = served.isEmpty() || served.contains(piece.id());
        if (its && piece.kind().equals("camera") && topology.core >= 0) {
          double share = served.isEmpty() ? 1.0 / recorders.size() : 1;
          rates[r][topology.switchOf(piece)] +=
              share * Topology.fact(piece, "bitrate", Load.CAMERA);
        }
      }
    }
    return rates;
  }

  private int[] path(Flow flow) {
    boolean down = flow.kind == Kind.WEB_DOWN || flow.kind == Kind.LESSON;
    boolean outside = down || flow.kind == Kind.WEB_UP;
    boolean air = flow.kind == Kind.WEB_DOWN || flow.kind == Kind.WEB_UP;
    List<Integer> path = new ArrayList<>();
    if (outside) {
      path.add(down ? 0 : 1);
    }
    if (flow.at >= 0 && flow.at != topology.core) {
      path.add(down ? downLink(flow.at) : upLink(flow.at));
    }
    if (air) {
      path.add(cell(flow.end));
    }
    return path.stream().mapToInt(Integer::intValue).toArray();
  }

  private int switches() {
    return topology.switches.size();
  }

  private int downLink(int k) {
    return 2 + k;
  }

  private int upLink(int k) {
    return 2 + switches() + k;
  }

  private int cell(int c) {
    return 2 + 2 * switches() + c;
  }

  /** Index of the switch that a piece of equipment hangs on; -1 if there is none. */
  public int switchOf(Equipment piece) {
    return topology.switchOf(piece);
  }

  /** What the exit carries each way; 0 if it is down. */
  public void exit(double megabits) {
    net.capacity(0, megabits);
    net.capacity(1, megabits);
  }

  /** A switch with its link; if the core is down nothing goes anywhere. */
  public void link(int k, boolean up) {
    net.capacity(downLink(k), up ? topology.speed(k) : 0);
    net.capacity(upLink(k), up ? topology.speed(k) : 0);
  }

  /**
   * Shares all out.
   *
   * @param clients of each cell
   * @param lessons what the wired terminals of each switch want
   * @param gateways of each switch
   */
  public void step(double[] clients, double[] lessons, double[] gateways) {
    boolean alive = topology.core < 0 || net.capacity(downLink(topology.core)) > 0;
    for (int f = 0; f < flows.size(); f++) {
      Flow flow = flows.get(f);
      double wanted =
          switch (flow.kind) {
            case WEB_DOWN -> clients[flow.end] * Load.CLIENT;
            case WEB_UP -> clients[flow.end] * Load.CLIENT * Load.UP;
            case LESSON -> lessons[flow.at];
            case READINGS -> gateways[flow.at] * Load.GATEWAY;
            case PICTURES -> cameras[flow.end][flow.at];
          };
      boolean air = flow.kind == Kind.WEB_DOWN || flow.kind == Kind.WEB_UP;
      net.want(f, alive ? wanted : 0, air ? clients[flow.end] : wanted);
    }
    net.solve();
  }

  /** Sum of a class's flows. */
  public double sum(Kind kind) {
    double sum = 0;
    for (int f = 0; f < flows.size(); f++) {
      sum += flows.get(f).kind == kind ? net.rate(f) : 0;
    }
    return sum;
  }

  /** What a class wants beyond what it gets, over what it wants. */
  public double lack(Kind kind) {
    double wanted = 0;
    for (int f = 0; f < flows.size(); f++) {
      wanted += flows.get(f).kind == kind ? net.wanted(f) : 0;
    }
    return wanted <= 0 ? 0 : 1 - sum(kind) / wanted;
  }

  /** What of its cameras' pictures reaches a recorder. */
  public double pictures(int recorder) {
    double sum = 0;
    for (int f = 0; f < flows.size(); f++) {
      Flow flow = flows.get(f);
      sum += flow.kind == Kind.PICTURES && flow.end == recorder ? net.rate(f) : 0;
    }
    return sum;
  }

  /** What all cameras of a recorder send. */
  public double sent(int recorder) {
    return Arrays.stream(cameras[recorder]).sum();
  }

  /** Into the campus. */
  public double in() {
    return net.carried(0);
  }

  /** Out of the campus. */
  public double out() {
    return net.carried(1);
  }

  /** Carried over what the exit can carry, the worse way. */
  public double exitLoad() {
    return Math.max(net.load(0), net.load(1));
  }

  /** Busy share of a cell. */
  public double cellLoad(int c) {
    return net.load(cell(c));
  }

  /** Loss on the link of a switch, %, the worse way. */
  public double loss(int k) {
    double down = net.capacity(downLink(k)) <= 0 ? 1 : Queue.loss(net.load(downLink(k)));
    double up = net.capacity(upLink(k)) <= 0 ? 1 : Queue.loss(net.load(upLink(k)));
    return 100 * Math.max(down, up);
  }

  /** From a terminal of a switch to the core and back, ms: queues, and 0.3 ms each way for switching. */
  public double latency(int k) {
    double capacity = Math.max(1, net.capacity(downLink(k)));
    return 0.6
        + Queue.delay(net.load(downLink(k)), capacity)
        + Queue.delay(net.load(upLink(k)), capacity);
  }

  /**
   * What goes in and out of every switch and does not match, over all that flows: the link of an access switch against the
   * terminals and cells behind it, the exit against all that come from or go outside, links against their capacity.
   */
  public double residual() {
    double worst = 0;
    for (int k = 0; k < switches(); k++) {
      if (k != topology.core) {
        double down = behind(k, Kind.WEB_DOWN) + behind(k, Kind.LESSON);
        double up = behind(k, Kind.WEB_UP) + behind(k, Kind.PICTURES) + behind(k, Kind.READINGS);
        worst = Math.max(worst, off(net.carried(downLink(k)), down, net.capacity(downLink(k))));
        worst = Math.max(worst, off(net.carried(upLink(k)), up, net.capacity(upLink(k))));
      }
    }
    double in = sum(Kind.WEB_DOWN) + sum(Kind.LESSON);
    worst = Math.max(worst, off(in(), in, net.capacity(0)));
    return Math.max(worst, off(out(), sum(Kind.WEB_UP), net.capacity(1)));
  }

  private double behind(int k, Kind kind) {
    double sum = 0;
    for (int f = 0; f < flows.size(); f++) {
      Flow flow = flows.get(f);
      sum += flow.at == k && flow.kind == kind ? net.rate(f) : 0;
    }
    return sum;
  }

  private static double off(double carried, double ends, double capacity) {
    double over = Math.max(0, carried - capacity);
    return Math.max(Math.abs(carried - ends), over) / Math.max(1, carried);
  }
}
