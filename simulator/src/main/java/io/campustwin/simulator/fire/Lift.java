package io.campustwin.simulator.fire;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * One lift. In service it stands where people took it. Recalled it goes to the recall level without a stop, opens its
 * doors there and says so, and stays until it is released (GB 50116 4.7: state and arrival are fed back). Times are
 * those of a usual lift: 1.6 m/s, 4 m a storey, 3 s to open.
 */
public final class Lift {
  private static final long STOREY_MILLIS = 2_500;
  private static final long DOORS_MILLIS = 3_000;

  private final int recallLevel;
  private int from;
  private long recalled = -1;

  /** Closed list. */
  public enum State {
    NORMAL,
    RECALLING,
    RECALLED
  }

  /**
   * @param recallLevel where it goes in a fire
   */
  public Lift(int recallLevel) {
    this.recallLevel = recallLevel;
    this.from = recallLevel;
  }

  /** In service again, or still: people took it to {@code level}. */
  public void serve(int level) {
    from = level;
    recalled = -1;
  }

  /** Recalled; calls after the first change nothing. */
  public void recall(long now) {
    recalled = recalled < 0 ? now : recalled;
  }

  /** Where it is at {@code now}. */
  public int level(long now) {
    if (recalled < 0) {
      return from;
    }
    long gone = Math.min(storeys(), (now - recalled) / STOREY_MILLIS);
    return from > recallLevel ? from - (int) gone : from + (int) gone;
  }

  public State state(long now) {
    if (recalled < 0) {
      return State.NORMAL;
    }
    long arrival = recalled + storeys() * STOREY_MILLIS + DOORS_MILLIS;
    return now < arrival ? State.RECALLING : State.RECALLED;
  }

  private long storeys() {
    return Math.abs(from - recallLevel);
  }

  public void save(ByteWriter out) {
    out.whole(from).whole(recalled);
  }

  public void load(ByteReader in) {
    from = (int) in.whole();
    recalled = in.whole();
  }
}
