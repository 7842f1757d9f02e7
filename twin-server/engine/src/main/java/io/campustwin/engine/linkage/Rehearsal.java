package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.linkage.window.Mode;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.engine.state.StateBatch;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * "Would have fired": recorded history played through a linkage's cause, by the very code that watches it live. Nothing
 * is commanded. Between two reports time passes in steps of {@value #STEP_MILLIS} ms, so firing times are that exact.
 */
public final class Rehearsal {
  static final long STEP_MILLIS = 10_000;

  private final PointTable points;
  private final CauseWatch watch;
  private final List<Firing> firings = new ArrayList<>();
  private long now;

  /**
   * One time that it would have fired.
   *
   * @param time epoch ms
   */
  public record Firing(long time, String place, List<PointId> causes) {}

  private Rehearsal(CampusModel model, Linkage linkage, long from) {
    points = PointTable.of(model);
    now = from;
    CausePlan plan = CausePlan.of(points.directory(), Reach.of(model), List.of(linkage));
    watch = new CauseWatch(points, plan, new CauseWatch.Firing() {
      @Override
      public void fire(Linkage fired, String place, List<PointId> causes, long at) {
        firings.add(new Firing(at, place, causes));
      }

      @Override
      public void over(Linkage fired, String place, long at) {}
    });
  }

  /** Points whose history it takes: detectors of the cause, and those that decide its modes. */
  public static List<PointId> points(CampusModel model, Linkage linkage) {
    Reach reach = Reach.of(model);
    Set<PointId> points = new LinkedHashSet<>();
    for (Cause.Term term : linkage.cause().terms()) {
      reach.points(term.selector()).forEach(point -> points.add(point.id()));
    }
    for (Mode mode : linkage.cause().when().modes()) {
      if (mode.point() != null) {
        points.add(mode.point());
      }
    }
    return List.copyOf(points);
  }

  /**
   * Plays samples, by rising time.
   *
   * @param from epoch ms at which time begins to pass
   * @param to epoch ms at which it ends
   */
  public static List<Firing> play(
      CampusModel model, Linkage linkage, List<Sample> samples, long from, long to) {
    Rehearsal rehearsal = new Rehearsal(model, linkage, from);
    for (Sample sample : samples) {
      rehearsal.pass(sample.sourceTime());
      rehearsal.report(sample);
    }
    rehearsal.pass(to);
    return List.copyOf(rehearsal.firings);
  }

  private void pass(long until) {
    while (now + STEP_MILLIS <= until) {
      now += STEP_MILLIS;
      watch.tick(now);
    }
    if (until > now) {
      now = until;
      watch.tick(now);
    }
  }

  private void report(Sample sample) {
    int handle = points.directory().find(sample.point());
    if (handle >= 0) {
      ReportBatch one = ReportBatch.of(points.directory(), List.of(sample));
      points.report(one, 0, now, new StateBatch(points.directory(), one, now));
      if (points.quality(handle).level() != Quality.Level.BAD) {
        watch.reported(handle, now);
      }
    }
  }
}
