package io.campustwin.simulator.fire;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule of a certified fire controller for one compartment: a single detector is an alarm only; two independent
 * detectors, or a detector and a call point, or a call point alone under {@link Rule#callPointAlone}, start the
 * actions, each with its own delay. It holds until reset, whatever the detectors say later.
 */
public final class FireController {
  private final Rule rule;
  private final List<String> detectors = new ArrayList<>();
  private final List<String> callPoints = new ArrayList<>();
  private long fired = -1;

  /**
   * Delays from decision to running, ms.
   *
   * @param callPointAlone true if one call point alone starts the actions
   * @param turns of sounders and broadcast
   */
  public record Rule(
      boolean callPointAlone,
      long sounder,
      long door,
      long exhaust,
      long light,
      long pressurisation,
      long lift,
      Turns turns) {
    /** Inside the limits of GB 50116 and GB 51251 (fans within 15 s, emergency light within 5 s). */
    public static final Rule USUAL =
        new Rule(false, 1_000, 3_000, 9_000, 2_000, 6_000, 1_000, new Turns(12_000, 20_000));
  }

  /**
   * Sounders and broadcast take turns, sounders first (GB 50116: a burst of 8 to 20 s, then a message of 10 to 30 s).
   *
   * @param burst ms
   * @param message ms left to the broadcast
   */
  public record Turns(long burst, long message) {}

  /** What the controller starts: in its compartment, or in the whole building. */
  public enum Action {
    SOUNDER(true),
    DOOR(false),
    EXHAUST(false),
    LIGHT(true),
    PRESSURISATION(true),
    LIFT(true);

    private final boolean wide;

    Action(boolean wide) {
      this.wide = wide;
    }

    public boolean isBuildingWide() {
      return wide;
    }
  }

  public FireController(Rule rule) {
    this.rule = rule;
  }

  /** A detector of the compartment is in alarm; the same one again does not count. */
  public void detector(String id, long now) {
    note(detectors, id, now);
  }

  /** A call point of the compartment was pressed. */
  public void callPoint(String id, long now) {
    note(callPoints, id, now);
  }

  private void note(List<String> list, String id, long now) {
    if (!list.contains(id)) {
      list.add(id);
    }
    boolean two = detectors.size() >= 2
        || (!detectors.isEmpty() && !callPoints.isEmpty())
        || callPoints.size() >= 2
        || (rule.callPointAlone() && !callPoints.isEmpty());
    if (two && fired < 0) {
      fired = now;
    }
  }

  /** Something in the compartment is in alarm. */
  public boolean isAlarm() {
    return !detectors.isEmpty() || !callPoints.isEmpty();
  }

  /** Time the actions were decided, -1 if not. */
  public long fired() {
    return fired;
  }

  /** True once an action is under way at {@code now}. */
  public boolean runs(Action action, long now) {
    return fired >= 0 && now >= fired + delay(action);
  }

  /** True in a burst of the sounders, false between two of them, when the broadcast has its turn. */
  public boolean isBurst(long now) {
    long turn = rule.turns().burst() + rule.turns().message();
    return runs(Action.SOUNDER, now)
        && Math.floorMod(now - fired - rule.sounder(), turn) < rule.turns().burst();
  }

  /** By hand, at the panel. */
  public void reset() {
    detectors.clear();
    callPoints.clear();
    fired = -1;
  }

  private long delay(Action action) {
    return switch (action) {
      case SOUNDER -> rule.sounder();
      case DOOR -> rule.door();
      case EXHAUST -> rule.exhaust();
      case LIGHT -> rule.light();
      case PRESSURISATION -> rule.pressurisation();
      case LIFT -> rule.lift();
    };
  }

  public void save(ByteWriter out) {
    out.list(detectors, ByteWriter::text).list(callPoints, ByteWriter::text).whole(fired);
  }

  public void load(ByteReader in) {
    reset();
    detectors.addAll(in.list(ByteReader::text));
    callPoints.addAll(in.list(ByteReader::text));
    fired = in.whole();
  }
}
