package io.campustwin.simulator.world;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults in force. Points keep the value they had when they froze. */
public final class Faults {
  private final CampusModel model;
  private final PointTable table;
  private final Map<String, Integer> equipment = new HashMap<>();
  private final List<Fault> active = new ArrayList<>();
  private final Set<String> silent = new LinkedHashSet<>();
  private final boolean[] frozen;
  private final double[] bias;
  private final boolean[] stuck;
  private final boolean[] broken;
  private boolean[] dark = {};

  /** Closed list of faults; what a target may be stands with each. */
  public enum Kind {
    /** A network device says nothing and answers nothing. Target: device or equipment. */
    DEVICE_SILENT,
    /** Every device of a protocol is silent. Target: {@code opcua}, {@code bacnet} or {@code mqtt}. */
    LINK_DOWN,
    /** A reading stays what it was. Target: point or equipment. */
    SENSOR_STUCK,
    /** A reading is off by {@code severity}, in the point's unit. Target: point. */
    SENSOR_BIAS,
    /** An actuator moves but its feedback does not. Target: point or equipment. */
    NO_FEEDBACK,
    /** An actuator acknowledges and does not move; a speaker stays dumb. Target: equipment. */
    ACTUATOR_STUCK,
    /** Equipment reports itself out of order. Target: equipment. */
    OUT_OF_SERVICE;

    /** In kebab case, as on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> find(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * One fault in force.
   *
   * @param until epoch ms, 0 until cleared
   * @param severity for {@link Kind#SENSOR_BIAS} in the point's unit, else not used
   */
  public record Fault(Kind kind, String target, long until, double severity) {}

  Faults(CampusModel model, PointTable table) {
    this.model = model;
    this.table = table;
    List<Equipment> all = model.equipment();
    for (int i = 0; i < all.size(); i++) {
      equipment.put(all.get(i).id(), i);
    }
    frozen = new boolean[table.size()];
    bias = new double[table.size()];
    stuck = new boolean[all.size()];
    broken = new boolean[all.size()];
  }

  /**
   * Puts a fault in force; the same kind on the same target replaces the one before.
   *
   * @return why it was refused, empty if it is in force
   */
  public Optional<Name> inject(Kind kind, String target, long until, double severity) {
    Optional<Name> objection = objection(kind, target);
    if (objection.isEmpty()) {
      active.removeIf(fault -> fault.kind() == kind && fault.target().equals(target));
      active.add(new Fault(kind, target, until, severity));
      apply();
    }
    return objection;
  }

  /** Ends one fault. */
  public void clear(Kind kind, String target) {
    if (active.removeIf(fault -> fault.kind() == kind && fault.target().equals(target))) {
      apply();
    }
  }

  /** Ends all faults. */
  public void clear() {
    active.clear();
    apply();
  }

  public List<Fault> list() {
    return List.copyOf(active);
  }

  /** Network devices that say nothing now, in the order they fell silent. */
  public Set<String> silentDevices() {
    return Set.copyOf(silent);
  }

  void expire(long now) {
    if (active.removeIf(fault -> fault.until() > 0 && fault.until() <= now)) {
      apply();
    }
  }

  boolean isSilent(String device) {
    return silent.contains(device);
  }

  boolean isFrozen(int point) {
    return frozen[point];
  }

  double bias(int point) {
    return bias[point];
  }

  boolean isStuck(int piece) {
    return stuck[piece];
  }

  boolean isBroken(int piece) {
    return broken[piece] || piece < dark.length && dark[piece];
  }

  /** What is without power is out of order, and a device that serves nothing else says nothing. */
  void dark(boolean[] pieces) {
    if (!java.util.Arrays.equals(pieces, dark) && (hasTrue(pieces) || hasTrue(dark))) {
      dark = pieces.clone();
      apply();
    }
  }

  private static boolean hasTrue(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }

  /** Devices of which every piece of equipment is without power. */
  private Set<String> darkDevices() {
    Set<String> without = new LinkedHashSet<>();
    Set<String> with = new LinkedHashSet<>();
    for (Point point : model.points()) {
      boolean isDark = dark[piece(point.equipment())];
      (isDark ? without : with).add(point.address().device());
    }
    without.removeAll(with);
    return without;
  }

  private Optional<Name> objection(Kind kind, String target) {
    boolean point = PointId.isValid(target) && table.find(PointId.of(target)) >= 0;
    boolean piece = equipment.containsKey(target);
    boolean device =
        model.points().stream().anyMatch(known -> known.address().device().equals(target));
    boolean known =
        switch (kind) {
          case DEVICE_SILENT -> device || piece;
          case LINK_DOWN -> AdapterKind.find(target).isPresent();
          case SENSOR_STUCK, NO_FEEDBACK -> point || piece;
          case SENSOR_BIAS -> point;
          case ACTUATOR_STUCK, OUT_OF_SERVICE -> piece;
        };
    return known
        ? Optional.empty()
        : Optional.of(new Name(
            "故障 " + kind.word() + " 没有目标“" + target + "”：请给出校园模型里的编号",
            "fault " + kind.word() + " has no target '" + target
                + "': give an id of the campus model"));
  }

  private void apply() {
    java.util.Arrays.fill(frozen, false);
    java.util.Arrays.fill(bias, 0);
    java.util.Arrays.fill(stuck, false);
    java.util.Arrays.fill(broken, false);
    silent.clear();
    for (Fault fault : active) {
      switch (fault.kind()) {
        case DEVICE_SILENT -> silent.addAll(devices(fault.target()));
        case LINK_DOWN ->
          silent.addAll(devicesOf(AdapterKind.find(fault.target()).orElseThrow()));
        case SENSOR_STUCK, NO_FEEDBACK -> freeze(fault.target());
        case SENSOR_BIAS -> bias[table.find(PointId.of(fault.target()))] = fault.severity();
        case ACTUATOR_STUCK -> stuck[piece(fault.target())] = true;
        case OUT_OF_SERVICE -> broken[piece(fault.target())] = true;
      }
    }
    if (hasTrue(dark)) {
      silent.addAll(darkDevices());
    }
  }

  private int piece(String target) {
    return equipment.getOrDefault(target, 0);
  }

  private void freeze(String target) {
    for (Point point : model.pointsOf(target)) {
      frozen[table.find(point.id())] = true;
    }
    if (PointId.isValid(target) && table.find(PointId.of(target)) >= 0) {
      frozen[table.find(PointId.of(target))] = true;
    }
  }

  private Set<String> devices(String target) {
    Set<String> found = new LinkedHashSet<>();
    for (Point point : model.points()) {
      if (point.address().device().equals(target) || point.equipment().equals(target)) {
        found.add(point.address().device());
      }
    }
    return found;
  }

  private Set<String> devicesOf(AdapterKind kind) {
    Set<String> found = new LinkedHashSet<>();
    for (Point point : model.points()) {
      if (point.address().adapter() == kind) {
        found.add(point.address().device());
      }
    }
    return found;
  }
}
