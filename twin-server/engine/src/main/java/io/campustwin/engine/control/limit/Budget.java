package io.campustwin.engine.control.limit;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * How many items of one command may start at once: at most so many a second, and no more than so much power on its way
 * up. What an item adds counts from its sending until its settling time is over. An item that alone exceeds the limit,
 * or whose power nobody knows, goes alone.
 */
public final class Budget {
  private static final long SECOND = 1_000;

  private final int perSecond;
  private final double watts;
  private final List<Spent> spent = new ArrayList<>();

  /** What an item took: until when its power counts. */
  private record Spent(long sent, long until, double watts) {}

  /**
   * @param perSecond items a second, 0 for no limit
   * @param watts power that may be on its way up at once, 0 for no limit
   */
  public Budget(int perSecond, double watts) {
    this.perSecond = perSecond;
    this.watts = watts;
  }

  /**
   * True if an item may start now.
   *
   * @param rise what it adds, W; below 0 if it takes power away, infinite if nobody knows
   */
  public boolean allows(double rise, long now) {
    spent.removeIf(one -> one.until() <= now && one.sent() <= now - SECOND);
    long lately = spent.stream().filter(one -> one.sent() > now - SECOND).count();
    if (perSecond > 0 && lately >= perSecond) {
      return false;
    }
    double under = 0;
    for (Spent one : spent) {
      under += one.until() > now ? one.watts() : 0;
    }
    return watts == 0 || rise <= 0 || under == 0 || under + rise <= watts;
  }

  /** Notes an item that starts now; {@code settle} is its settling time, ms. */
  public void spend(double rise, long settle, long now) {
    spent.add(new Spent(now, now + settle, Math.max(0, rise)));
  }

  public void save(ByteWriter out) {
    out.count(perSecond).real(watts);
    out.list(spent, (to, one) -> to.whole(one.sent()).whole(one.until()).real(one.watts()));
  }

  public static Budget restore(ByteReader in) {
    Budget budget = new Budget(in.small(), in.real());
    budget.spent.addAll(in.list(from -> new Spent(from.whole(), from.whole(), from.real())));
    return budget;
  }
}
