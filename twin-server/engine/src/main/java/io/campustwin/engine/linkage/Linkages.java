package io.campustwin.engine.linkage;

import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.interlock.Holders;
import io.campustwin.engine.interlock.Interlocks;
import io.campustwin.engine.state.Band;
import io.campustwin.engine.state.ChunkLog;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Linkages with a stopwatch: when a cause becomes true, each effect's targets are looked up around it, what is the
 * platform's is commanded, what is the controller's is expected, and each is timed until its own point shows it.
 *
 * <p>An effect not shown within its limit is missing, with the name of what its point suffers from; it is followed for
 * {@value #FOLLOW_MILLIS} ms more and becomes late if it comes after all. Effects never wait for one another. The newest
 * {@value #RUN_LIMIT} runs are kept. Rules can be exchanged at any time: runs go on as they began.
 */
public final class Linkages {
  /** What the owner of a linkage's command begins with. */
  public static final String OWNER = "linkage:";

  static final int RUN_LIMIT = 500;
  static final long FOLLOW_MILLIS = 600_000;

  private final PointTable points;
  private final LinkageEvents events;
  private final Reach reach;
  private final RunWatch watch;
  private final Holdings holdings;
  private final ChunkLog<LinkageRun> log = new ChunkLog<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<ActiveRun> active = new ArrayList<>();
  private List<Linkage> linkages;
  private CausePlan plan;
  private CauseWatch causes;

  /**
   * What forks share.
   *
   * @param causes for the linkages of the one that was forked, null if there was none
   */
  public record Plan(Reach reach, @Nullable CausePlan causes) {
    private CausePlan causes(PointDirectory directory, List<Linkage> linkages) {
      return causes != null && causes.isFor(linkages)
          ? causes
          : CausePlan.of(directory, reach, linkages);
    }
  }

  public Linkages(Plan plan, List<Linkage> linkages, PointTable points, LinkageEvents events) {
    this.points = points;
    this.events = events;
    this.linkages = linkages;
    this.reach = plan.reach();
    this.plan = plan.causes(points.directory(), linkages);
    this.watch = new RunWatch(points, events);
    this.holdings = new Holdings(points, events);
    this.causes = new CauseWatch(points, this.plan, new Fired());
  }

  /** What becomes of causes. */
  private final class Fired implements CauseWatch.Firing {
    @Override
    public void fire(Linkage linkage, String place, List<PointId> from, long now) {
      Linkages.this.fire(linkage, place, from, now);
    }

    @Override
    public void over(Linkage linkage, String place, long now) {
      active.stream()
          .filter(run -> run.isOf(linkage.id(), place))
          .forEach(run -> watch.cancel(run, EnumSet.of(Effect.Until.CAUSE_GONE), "cause-gone"));
      holdings.over(linkage.id(), place, now);
    }
  }

  /** To be shared with forks. */
  public Plan plan() {
    return new Plan(reach, plan);
  }

  /** What unreset runs hold. */
  public Holders holders() {
    return holdings;
  }

  /** From now on other linkages are in force; detectors keep what they said, runs go on. */
  public void replace(List<Linkage> others) {
    ByteWriter said = new ByteWriter();
    causes.save(said);
    linkages = others;
    plan = CausePlan.of(points.directory(), reach, others);
    causes = new CauseWatch(points, plan, new Fired());
    causes.restore(new ByteReader(said.toBytes()));
  }

  /** A point was reported with a quality that is not bad. */
  public void reported(int handle, long now) {
    active.forEach(run -> watch.reported(run, handle, now));
    causes.reported(handle, now);
  }

  /** A target that a run follows has no band; a detector has one until a term is met or not any more. */
  public void narrow(int handle, Band band) {
    if (active.stream().anyMatch(run -> run.follows(handle))) {
      band.close();
    }
    causes.narrow(handle, band);
  }

  /** An item of a command entered a state. */
  public void changed(CommandItem item) {
    if (item.owner().startsWith(OWNER)) {
      active.forEach(run -> watch.changed(run, item));
    }
  }

  public void tick(long now) {
    causes.tick(now);
    for (ActiveRun run : List.copyOf(active)) {
      watch.send(run, now);
      watch.again(run, now);
      watch.limits(run, now);
    }
  }

  /** Tells of every run that went on since the last call, once each. */
  public void flush(long now) {
    for (ActiveRun run : List.copyOf(active)) {
      if (run.dirty) {
        run.dirty = false;
        keep(run.index, run.run());
      }
      if (run.isOver(now, FOLLOW_MILLIS)) {
        active.remove(run);
      }
    }
  }

  private void keep(long index, LinkageRun run) {
    if (log.contains(index)) {
      log.set(index, run);
    }
    events.changed(run);
  }

  public ChunkLog.View<LinkageRun> freeze() {
    return log.freeze();
  }

  private void fire(Linkage linkage, String place, List<PointId> from, long now) {
    active.removeIf(run -> run.isOf(linkage.id(), place));
    LinkageRun run = begin(linkage, place, from, now);
    List<Order> orders = linkage.effects().stream()
        .filter(effect -> effect.by() == EffectRun.By.PLATFORM)
        .map(effect -> Order.of(linkage, effect))
        .toList();
    ActiveRun begun = new ActiveRun(orders, append(run), run, points.directory());
    follow(begun);
    holdings.take(begun);
    watch.send(begun, now);
    watch.begin(begun, now);
  }

  private LinkageRun begin(Linkage linkage, String place, List<PointId> from, long now) {
    int number = counts.merge(linkage.id(), 1, Integer::sum);
    List<EffectRun> effects = new ArrayList<>();
    for (Effect effect : inOrder(linkage)) {
      for (Point target : reach.targets(effect, from)) {
        effects.add(EffectRun.begin(effect, target.id()));
      }
    }
    String id = linkage.id() + "#" + number;
    return new LinkageRun(id, linkage.id(), place, from, now, effects, 0, null);
  }

  private long append(LinkageRun run) {
    long index = log.append(run);
    log.dropBefore(log.end() - RUN_LIMIT);
    return index;
  }

  /** From now on the reports of a run's targets are of interest. */
  private void follow(ActiveRun run) {
    active.add(run);
    run.handles().forEach(points::listen);
  }

  private static List<Effect> inOrder(Linkage linkage) {
    return linkage.effects().stream()
        .sorted(Comparator.comparingLong(Effect::delayMillis).thenComparingInt(Effect::order))
        .toList();
  }

  /**
   * Records what a linkage would do if a point of its cause spoke now; writes nothing to the field and holds nothing. An
   * unknown linkage, or a point that is none of its causes, changes nothing.
   */
  public void drill(
      String id, PointId cause, LinkageRun.Drill drill, Interlocks interlocks, long now) {
    Drills drills = new Drills(points, interlocks);
    linkages.stream()
        .filter(linkage -> linkage.id().equals(id) && drills.isCause(linkage, cause))
        .forEach(linkage -> drill(linkage, cause, drill, drills, now));
  }

  private void drill(
      Linkage linkage, PointId cause, LinkageRun.Drill drill, Drills drills, long now) {
    Point point = points.directory().point(points.directory().find(cause));
    String place = reach.around().place(linkage.cause().within(), point.equipment(), point.space());
    LinkageRun plan = begin(linkage, place, List.of(cause), now);
    List<EffectRun> effects = drills.simulate(linkage, plan.effects());
    LinkageRun run =
        new LinkageRun(plan.id(), linkage.id(), place, plan.causes(), now, effects, 0, drill);
    append(run);
    events.changed(run);
  }

  /** Somebody resets a run by hand: what it holds is given up, unless its cause is still true. */
  public void reset(String id, long now) {
    for (long index = log.start(); index < log.end(); index++) {
      LinkageRun run = log.get(index);
      boolean open = run.id().equals(id) && run.released() == 0 && run.drill() == null;
      if (open && !causes.isTrue(run.linkage(), run.place())) {
        release(run, index, now);
      }
    }
  }

  private void release(LinkageRun run, long index, long now) {
    boolean followed = false;
    for (ActiveRun one : active) {
      if (one.id().equals(run.id())) {
        followed = true;
        watch.cancel(one, EnumSet.allOf(Effect.Until.class), "reset");
        one.release(now);
      }
    }
    if (!followed) {
      keep(index, run.with(run.effects(), now));
    }
    holdings.reset(run.linkage(), run.place(), now);
  }

  public void save(ByteWriter out) {
    out.count(counts.size());
    counts.forEach((id, count) -> out.text(id).count(count));
    causes.save(out);
    holdings.save(out);
    List<ActiveRun> followed =
        active.stream().filter(run -> log.contains(run.index)).toList();
    out.count(log.end() - log.start());
    for (long index = log.start(); index < log.end(); index++) {
      LinkageBytes.write(out, log.get(index));
    }
    out.list(followed, (to, run) -> run.write(to, log.start()));
  }

  /** Reads what {@link #save} wrote; runs go on as they began, whatever the rules are now. */
  public void restore(ByteReader in) {
    int sorts = in.size();
    for (int i = 0; i < sorts; i++) {
      counts.put(in.text(), in.small());
    }
    causes.restore(in);
    holdings.restore(in);
    int runs = in.size();
    for (int i = 0; i < runs; i++) {
      log.append(LinkageBytes.read(in));
    }
    int followed = in.size();
    for (int i = 0; i < followed; i++) {
      long index = in.count();
      ActiveRun run =
          new ActiveRun(ActiveRun.orders(in), index, log.get(index), points.directory());
      run.dirty = false;
      follow(run);
    }
  }
}
