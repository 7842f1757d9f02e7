package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.state.ChunkLog;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Linkages with a stopwatch: when a cause becomes true, each effect's targets are looked up around it, what is the
 * platform's is commanded, what is the controller's is expected, and each is timed until its own point shows it.
 *
 * <p>An effect not shown within its limit is missing, with the name of what its point suffers from; it is followed for
 * {@value #FOLLOW_MILLIS} ms more and becomes late if it comes after all. Effects never wait for one another. The newest
 * {@value #RUN_LIMIT} runs are kept.
 */
public final class Linkages {
  static final int RUN_LIMIT = 500;
  static final long FOLLOW_MILLIS = 600_000;

  private final PointTable points;
  private final LinkageEvents events;
  private final List<Linkage> linkages;
  private final Surroundings around;
  private final CauseWatch causes;
  private final RunWatch watch;
  private final ChunkLog<LinkageRun> log = new ChunkLog<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<ActiveRun> active = new ArrayList<>();

  public Linkages(
      CampusModel model, List<Linkage> linkages, PointTable points, LinkageEvents events) {
    this.points = points;
    this.events = events;
    this.linkages = linkages;
    this.around = new Surroundings(model);
    this.causes = new CauseWatch(points, around, linkages, this::fire);
    this.watch = new RunWatch(points, events);
  }

  /** A point was reported with a quality that is not bad. */
  public void reported(int handle, long now) {
    active.forEach(run -> watch.reported(run, handle, now));
    causes.reported(handle, now);
  }

  /** An item of a command entered a state. */
  public void changed(CommandItem item) {
    if (item.owner().startsWith("linkage:")) {
      active.forEach(run -> watch.changed(run, item));
    }
  }

  public void tick(long now) {
    causes.tick(now);
    for (ActiveRun run : List.copyOf(active)) {
      watch.send(run, now);
      watch.limits(run, now);
    }
  }

  /** Tells of every run that went on since the last call, once each. */
  public void flush(long now) {
    for (ActiveRun run : List.copyOf(active)) {
      if (run.dirty) {
        run.dirty = false;
        LinkageRun state = run.run();
        if (log.contains(run.index)) {
          log.set(run.index, state);
        }
        events.changed(state);
      }
      if (run.isOver(now, FOLLOW_MILLIS)) {
        active.remove(run);
      }
    }
  }

  public ChunkLog.View<LinkageRun> freeze() {
    return log.freeze();
  }

  private void fire(Linkage linkage, String place, List<PointId> from, long now) {
    active.removeIf(run -> run.linkage.id().equals(linkage.id()) && run.place.equals(place));
    int number = counts.merge(linkage.id(), 1, Integer::sum);
    List<EffectRun> effects = new ArrayList<>();
    for (Effect effect : inOrder(linkage)) {
      for (Point target : targets(effect, from)) {
        effects.add(new EffectRun(
            effect.id(),
            effect.by(),
            target.id(),
            effect.value(),
            0,
            0,
            0,
            effect.limitMillis(),
            EffectRun.Outcome.PENDING,
            ""));
      }
    }
    LinkageRun run = new LinkageRun(linkage.id() + "#" + number, linkage.id(), from, now, effects);
    ActiveRun begun = new ActiveRun(linkage, place, log.append(run), run);
    log.dropBefore(log.end() - RUN_LIMIT);
    follow(begun);
    watch.send(begun, now);
    watch.begin(begun, now);
  }

  /** From now on the reports of a run's targets are of interest. */
  private void follow(ActiveRun run) {
    active.add(run);
    for (int n = 0; n < run.size(); n++) {
      int handle = points.directory().find(run.effect(n).target());
      if (handle >= 0) {
        points.listen(handle);
      }
    }
  }

  private static List<Effect> inOrder(Linkage linkage) {
    return linkage.effects().stream()
        .sorted(Comparator.comparingLong(Effect::delayMillis).thenComparingInt(Effect::order))
        .toList();
  }

  /** Targets around all causes, each once, in the order of the model. */
  private List<Point> targets(Effect effect, List<PointId> from) {
    Set<String> near = new LinkedHashSet<>();
    for (PointId id : from) {
      Point cause = points.directory().point(points.directory().find(id));
      if (effect.where() == Effect.Where.SAME_EQUIPMENT) {
        near.add(cause.equipment());
      } else {
        near.addAll(around.equipment(effect.where(), cause.space()));
      }
    }
    List<Point> targets = new ArrayList<>();
    for (int handle = 0; handle < points.directory().size(); handle++) {
      if (points.directory().isAlive(handle)) {
        Point point = points.directory().point(handle);
        if (near.contains(point.equipment()) && effect.selector().matches(point)) {
          targets.add(point);
        }
      }
    }
    return targets;
  }

  public void save(ByteWriter out) {
    out.count(counts.size());
    counts.forEach((id, count) -> out.text(id).count(count));
    causes.save(out);
    List<ActiveRun> followed =
        active.stream().filter(run -> log.contains(run.index)).toList();
    out.count(log.end() - log.start());
    for (long index = log.start(); index < log.end(); index++) {
      LinkageBytes.write(out, log.get(index));
    }
    out.list(
        followed,
        (to, run) -> to.count(run.index - log.start()).text(run.linkage.id()).text(run.place));
  }

  /** Reads what {@link #save} wrote; runs of linkages that are gone are kept as they are. */
  public void restore(ByteReader in) {
    int sorts = in.size();
    for (int i = 0; i < sorts; i++) {
      counts.put(in.text(), in.small());
    }
    causes.restore(in);
    int runs = in.size();
    for (int i = 0; i < runs; i++) {
      log.append(LinkageBytes.read(in));
    }
    int followed = in.size();
    for (int i = 0; i < followed; i++) {
      long index = in.count();
      String id = in.text();
      String place = in.text();
      for (Linkage linkage : linkages) {
        if (linkage.id().equals(id)) {
          ActiveRun run = new ActiveRun(linkage, place, index, log.get(index));
          run.dirty = false;
          follow(run);
        }
      }
    }
  }
}
