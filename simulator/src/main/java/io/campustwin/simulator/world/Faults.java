package io.campustwin.simulator.world;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.place.Name;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultBoard;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.weather.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.util.FastMath;

/** Faults of the world: the board, and what its levels mean to devices, plant and reports. */
public final class Faults {
  private static final long NOISE = 7_100;
  private static final double HOUR = 3_600_000;
  private final FaultBoard board;
  private final long seed;
  private final int[] pieceOf;

  Faults(CampusModel model, WorldOptions options) {
    this.seed = options.seed();
    board = new FaultBoard(model, options.startMillis());
    List<Equipment> all = model.equipment();
    Map<String, Integer> index = new HashMap<>();
    for (int e = 0; e < all.size(); e++) {
      index.put(all.get(e).id(), e);
    }
    pieceOf = model.points().stream()
        .mapToInt(point -> index.getOrDefault(point.equipment(), -1))
        .toArray();
  }

  /**
   * Puts a fault in force at once and in full; the same kind on the same target replaces the one before.
   *
   * @param until epoch ms, 0 until cleared
   * @param severity in the unit of the kind, not used by kinds without one
   * @return why it was refused, empty if it is in force
   */
  public Optional<Name> inject(FaultKind kind, String target, long until, double severity) {
    return inject(new Fault(kind, target, severity, Course.step(board.now(), until)));
  }

  /** Adds a fault that begins, grows and ends as its course says. */
  public Optional<Name> inject(Fault fault) {
    return board.inject(fault);
  }

  /** Ends one fault. */
  public void clear(FaultKind kind, String target) {
    board.clear(kind, target);
  }

  /** Ends all faults. */
  public void clear() {
    board.clear();
  }

  public List<Fault> list() {
    return board.list();
  }

  /** Network devices that say nothing now. */
  public Set<String> silentDevices() {
    return Set.copyOf(board.silentDevices());
  }

  FaultBoard board() {
    return board;
  }

  boolean isSilent(String device) {
    return board.silentDevices().contains(device);
  }

  /** True if the point is not reported though its device may be there. */
  boolean isMute(int point) {
    int piece = pieceOf[point];
    return board.has(FaultKind.SENSOR_SILENT, point) || board.isDead(piece);
  }

  boolean isFrozen(int point) {
    return board.has(FaultKind.SENSOR_STUCK, point) || board.has(FaultKind.NO_FEEDBACK, point);
  }

  /** How far a reading is off now, in its unit: bias, drift and noise together. */
  double error(int point, long now) {
    double off = board.level(FaultKind.SENSOR_BIAS, point, 0)
        + board.level(FaultKind.SENSOR_DRIFT, point, 0);
    double width = board.level(FaultKind.SENSOR_NOISE, point, 0);
    return width == 0 ? off : off + width * gauss(point, now / 1000);
  }

  /** Standard normal, by Box and Muller. */
  private double gauss(int point, long slot) {
    double radius = 1 - Chance.at(seed, NOISE + 2L * point, slot);
    double angle = 2 * Math.PI * Chance.at(seed, NOISE + 2L * point + 1, slot);
    return Math.sqrt(-2 * FastMath.log(radius)) * FastMath.cos(angle);
  }

  /** How far the device's clock is ahead, ms. */
  long skew(int point) {
    return Math.round(1000 * board.level(FaultKind.CLOCK_SKEW, point, 0));
  }

  /** How much later than asked for a write is carried out, ms. */
  long late(int point) {
    double schedule = board.level(FaultKind.SCHEDULE_LATE, pieceOf[point], 0) * HOUR;
    return Math.round(schedule + board.level(FaultKind.LINK_DELAY, point, 0));
  }

  /** True if orders to go to rest are acknowledged and ignored. */
  boolean isRestless(int point) {
    return board.has(FaultKind.SCHEDULE_ABSENT, pieceOf[point]);
  }

  /** A level on a piece of equipment or a space, by its index. */
  double level(FaultKind kind, int index, double otherwise) {
    return board.level(kind, index, otherwise);
  }

  boolean isHeld(int piece) {
    return board.has(FaultKind.DOOR_HELD_OPEN, piece);
  }

  /** True if a piece of equipment has no power. */
  boolean isDead(int piece) {
    return board.isDead(piece);
  }

  /** True if the feeder that a meter stands for has tripped. */
  boolean isTripped(int meter) {
    return board.has(FaultKind.POWER_FEEDER, meter);
  }

  /** Which pieces have no power because of the circuits; they are out of order, their devices say nothing. */
  void dark(boolean[] pieces) {
    board.withoutPower(pieces);
  }

  boolean isStuck(int piece) {
    return board.has(FaultKind.ACTUATOR_STUCK, piece);
  }

  boolean isBroken(int piece) {
    return board.has(FaultKind.OUT_OF_SERVICE, piece)
        || board.has(FaultKind.SWITCH_DOWN, piece)
        || board.has(FaultKind.ACCESS_POINT_DOWN, piece)
        || isDead(piece);
  }
}
