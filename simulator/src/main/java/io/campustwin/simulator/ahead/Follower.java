package io.campustwin.simulator.ahead;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.air.RoomAir;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a world beside what was recorded of a campus, and hands it over to itself at the end.
 *
 * <p>Masses: the air of every measured room is held at its recorded temperature by the ideal plant of the heat balance, so
 * that walls and furniture see what they saw, whatever gains and losses of the room are not known: direct insertion
 * (E. Kalnay, Atmospheric Modeling, Data Assimilation and Predictability, 2003, ch. 5), chosen because air is measured
 * well, has next to no mass, and no gain has to be tuned. What the first guess of a wall was off fades with the wall's own
 * time constant. Rooms without a sensor run free beside them.
 *
 * <p>People: as counted where somebody counts; else from the exact mass balance of carbon dioxide of every minute,
 * turned round, the mean of five (ASTM D6245, with the breath of {@link RoomAir}). They stay until the timetable's next part begins.
 */
public final class Follower {
  private static final long MINUTE = 60_000;
  private static final int MEAN = 5;
  private static final double UNSURE = 2;
  private final @Nullable Past past;
  private final int[] people;
  private final boolean[] known;
  private final double[][] shutBreath;
  private final double[][] airedBreath;
  private long until;

  private Follower(@Nullable Past past, int spaces) {
    this.past = past;
    people = new int[spaces];
    known = new boolean[spaces];
    shutBreath = new double[MEAN][past == null ? 0 : spaces];
    airedBreath = new double[MEAN][past == null ? 0 : spaces];
    until = past == null ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** Of a world without a past. */
  public static Follower none(int spaces) {
    return new Follower(null, spaces);
  }

  public static Follower of(Past past, int spaces) {
    return new Follower(past, spaces);
  }

  /** What the air of a space is held at, °C; NaN if it goes by itself. */
  public double air(int space, long now) {
    return past == null || now > past.to() ? Double.NaN : past.air(space, now);
  }

  /** Carbon dioxide of a space, ppm, {@code modelled} where none is known. */
  public double carbon(int space, long now, double modelled) {
    double seen = past == null || now > past.to() ? Double.NaN : past.carbon(space, now);
    return Double.isNaN(seen) ? modelled : seen;
  }

  /** Persons in a space, {@code planned} where nothing is known. */
  public int people(int space, long now, int planned) {
    return now < until && known[space] ? people[space] : planned;
  }

  /**
   * Looks for the people of a space. Who is there may open windows, so that both cases are reckoned; nobody is there if
   * the balance with shut windows closes within {@value #UNSURE} persons.
   *
   * @param litres of carbon dioxide that one of them breathes out, L/s
   * @param flows of outdoor air if nobody is there, and if somebody is, m³/s
   * @param volume m³
   */
  public void look(int space, long now, double litres, double[] flows, double volume) {
    if (past == null || now > past.to()) {
      return;
    }
    int seen = past.counted(space, now);
    if (seen >= 0) {
      count(space, seen);
      return;
    }
    double here = past.carbon(space, now);
    if (Double.isNaN(here) || flows[0] <= 0) {
      return;
    }
    double before = past.carbon(space, now - MINUTE);
    double shut = mean(shutBreath, space, now, breath(before, here, flows[0], volume)) / litres;
    double aired = mean(airedBreath, space, now, breath(before, here, flows[1], volume)) / litres;
    boolean somebody = flows[0] == flows[1] || Math.abs(shut) > UNSURE;
    count(space, somebody ? (int) Math.max(0, Math.round(aired)) : 0);
  }

  /** Of all people, L/s, so that carbon dioxide goes from {@code before} to {@code here} in a minute. */
  private static double breath(double before, double here, double flow, double volume) {
    double fade = RoomAir.fade(flow, volume, MINUTE / 1000.0);
    double steady = (here - before * fade) / (1 - fade);
    return (steady - RoomAir.CO2_OUTDOOR) * flow / 1000;
  }

  /** Of the last minutes, this one being {@code newest}. */
  private static double mean(double[][] minutes, int space, long now, double newest) {
    minutes[(int) Math.floorMod(now / MINUTE, (long) MEAN)][space] = newest;
    double sum = 0;
    for (double[] minute : minutes) {
      sum += minute[space];
    }
    return sum / MEAN;
  }

  private void count(int space, int persons) {
    people[space] = persons;
    known[space] = true;
  }

  /** Nobody is anywhere, until the people are no longer held. */
  public void clear() {
    java.util.Arrays.fill(people, 0);
    java.util.Arrays.fill(known, true);
  }

  /** The people found last stay until {@code time}, epoch ms. */
  public void hold(long time) {
    until = time;
  }

  public void save(ByteWriter out) {
    out.whole(until).flags(known);
    for (int count : people) {
      out.count(count);
    }
  }

  public void load(ByteReader in) {
    until = in.whole();
    in.flags(known);
    for (int s = 0; s < people.length; s++) {
      people[s] = in.small();
    }
  }
}
