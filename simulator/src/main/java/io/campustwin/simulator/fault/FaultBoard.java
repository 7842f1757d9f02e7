package io.campustwin.simulator.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Faults on a campus in virtual time: which wait, which are in force and how strongly, resolved to points, equipment
 * and spaces by index so that a model asks in a few nanoseconds. Levels are reckoned anew only when something starts,
 * grows or ends. Not safe for threads.
 */
public final class FaultBoard {
  private final Targets targets;
  private final List<Fault> faults = new ArrayList<>();
  private final double[][] levels = new double[FaultKind.values().length][0];
  private final Set<String> silent = new LinkedHashSet<>();
  private boolean[] without = {};
  private long now;

  public FaultBoard(CampusModel model, long now) {
    targets = new Targets(model);
    this.now = now;
  }

  /**
   * Adds a fault; the same kind on the same target replaces the one before.
   *
   * @return why it was refused, empty if it waits or is in force
   */
  public Optional<Name> inject(Fault fault) {
    Optional<Name> objection = objection(fault);
    if (objection.isEmpty()) {
      faults.removeIf(
          other -> other.kind() == fault.kind() && other.target().equals(fault.target()));
      faults.add(fault);
      apply();
    }
    return objection;
  }

  private Optional<Name> objection(Fault fault) {
    FaultKind kind = fault.kind();
    if (!targets.knows(kind, fault.target())) {
      return Optional.of(new Name(
          "故障 " + kind.word() + " 没有目标“" + fault.target() + "”：请给出校园模型里的编号（"
              + kind.aim().words().zh() + "）",
          "fault " + kind.word() + " has no target '" + fault.target()
              + "': give an id of the campus model (" + kind.aim().words().en() + ")"));
    }
    if (kind.scale().isUsed() && !kind.scale().takes(fault.severity())) {
      Name range = kind.scale().range();
      return Optional.of(new Name(
          "故障 " + kind.word() + " 的程度 " + fault.severity() + " 超出范围：请给出 " + range.zh(),
          "fault " + kind.word() + " takes no severity " + fault.severity() + ": give "
              + range.en()));
    }
    if (fault.course().growth() > 0 && !kind.scale().grows()) {
      return Optional.of(new Name(
          "故障 " + kind.word() + " 不能渐变，请去掉 --ramp",
          "fault " + kind.word() + " does not grow: leave --ramp out"));
    }
    return Optional.empty();
  }

  /** Ends one fault. */
  public void clear(FaultKind kind, String target) {
    if (faults.removeIf(fault -> fault.kind() == kind && fault.target().equals(target))) {
      apply();
    }
  }

  /** Ends all faults, also those that wait. */
  public void clear() {
    faults.clear();
    apply();
  }

  /** All that wait or are in force, in the order in which they came. */
  public List<Fault> list() {
    return List.copyOf(faults);
  }

  /** Time of the last step, epoch ms. */
  public long now() {
    return now;
  }

  /** Time has passed. */
  public void step(long time) {
    if (faults.isEmpty()) {
      now = time;
      return;
    }
    long before = now;
    now = time;
    boolean over = faults.removeIf(fault -> fault.course().isOver(time));
    for (int i = 0; i < faults.size() && !over; i++) {
      over = faults.get(i).changes(before, time);
    }
    if (over) {
      apply();
    }
  }

  /** True if a fault of this kind is in force on the point, the piece or the space of this index. */
  public boolean has(FaultKind kind, int index) {
    double[] row = levels[kind.ordinal()];
    return index >= 0 && index < row.length && !Double.isNaN(row[index]);
  }

  /** Its level now, {@code otherwise} if none is in force. */
  public double level(FaultKind kind, int index, double otherwise) {
    return has(kind, index) ? levels[kind.ordinal()][index] : otherwise;
  }

  /** True if some fault of this kind is in force anywhere. */
  public boolean has(FaultKind kind) {
    return levels[kind.ordinal()].length > 0;
  }

  /** Network devices that say and answer nothing, in the order they fell silent. */
  public Set<String> silentDevices() {
    return silent;
  }

  /** True if a piece of equipment has no power. */
  public boolean isDead(int piece) {
    return piece >= 0 && piece < without.length && without[piece];
  }

  /** Which pieces of equipment have no power, as the circuits say; devices with nothing else behind them are silent. */
  public void withoutPower(boolean[] pieces) {
    if (!Arrays.equals(pieces, without)) {
      without = pieces.clone();
      apply();
    }
  }

  private void apply() {
    Arrays.fill(levels, new double[0]);
    silent.clear();
    for (Fault fault : faults) {
      if (fault.course().isOn(now)) {
        apply(fault);
      }
    }
    silent.addAll(targets.devicesOfOnly(without));
  }

  private void apply(Fault fault) {
    FaultKind kind = fault.kind();
    String target = fault.target();
    switch (kind.aim()) {
      case POINT, READING -> put(fault, targets.points(), targets.pointsOf(target));
      case ROOM -> put(fault, targets.spaces(), List.of(targets.space(target)));
      case LINK -> put(fault, targets.points(), targets.pointsOfDevices(targets.devices(target)));
      case DEVICE, PROTOCOL -> silent.addAll(targets.devices(target));
      case SWITCH -> behind(fault);
      case BROKER -> {
        silent.addAll(targets.devices(AdapterKind.MQTT.word()));
        silent.addAll(targets.devices(AdapterKind.BACNET.word()));
      }
      case SERVER -> put(fault, 1, List.of(0));
      default -> put(fault, targets.pieces(), List.of(targets.piece(target)));
    }
  }

  private void behind(Fault fault) {
    put(fault, targets.pieces(), List.of(targets.piece(fault.target())));
    silent.addAll(targets.behind(fault.target()));
  }

  private void put(Fault fault, int size, List<Integer> indices) {
    int row = fault.kind().ordinal();
    if (levels[row].length == 0) {
      levels[row] = new double[size];
      Arrays.fill(levels[row], Double.NaN);
    }
    double level = fault.level(now);
    for (int index : indices) {
      levels[row][index] = level;
    }
  }

  public void save(ByteWriter out) {
    out.whole(now).flags(without).list(faults, (to, fault) -> to.word(fault.kind())
        .text(fault.target())
        .real(fault.severity())
        .whole(fault.course().onset())
        .whole(fault.course().growth())
        .whole(fault.course().until()));
  }

  public void load(ByteReader in) {
    now = in.whole();
    List<Boolean> lost = in.list(ByteReader::flag);
    without = new boolean[lost.size()];
    for (int e = 0; e < without.length; e++) {
      without[e] = lost.get(e);
    }
    faults.clear();
    faults.addAll(in.list(from -> new Fault(
        from.word(FaultKind.class),
        from.text(),
        from.finite(),
        new Course(from.whole(), from.whole(), from.whole()))));
    apply();
  }
}
