package io.campustwin.simulator.scenario;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointState;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes down a run while it goes. It only listens: a run does the same with and without it. Numbers are kept with four
 * significant digits, so that the noise of meters does not fill the document.
 */
final class ReplayRecorder {
  /** Systems whose points are shown at the start even if they never change. */
  private static final Set<String> STAGE = Set.of(
      "lighting",
      "fire.alarm",
      "access.control",
      "video.surveillance",
      "broadcast.emergency",
      "evacuation");

  private final CampusModel model;
  private final String building;
  private final long start;
  private final ReplayMarks marks;
  private final int[] counts;
  private final List<int[]> people = new ArrayList<>();
  private final Map<Integer, Track> tracks = new HashMap<>();
  private final List<Seen> changes = new ArrayList<>();

  /** What a point showed first and last. */
  private static final class Track {
    private final PointId point;
    private final Value first;
    private Value reported;
    private Value last;
    private boolean changed;
    private int index;

    private Track(PointId point, Value reported) {
      this.point = point;
      this.reported = reported;
      first = rounded(reported);
      last = first;
    }
  }

  private record Seen(int at, Track track, Value value) {}

  /**
   * @param building id of the one the drill is about, empty for none
   * @param start epoch ms
   */
  ReplayRecorder(CampusModel model, String building, long start, ReplayMarks marks) {
    this.model = model;
    this.building = building;
    this.start = start;
    this.marks = marks;
    counts = new int[model.campus().spaces().size()];
  }

  /** An output of the engine. */
  void saw(Output output) {
    marks.saw(output);
    output.eachPoint(state -> point(output.now(), state));
  }

  private void point(long now, PointState state) {
    Value reported = state.value();
    if (reported == null) {
      return;
    }
    Track track = tracks.get(state.handle());
    if (track == null) {
      tracks.put(state.handle(), new Track(state.id(), reported));
    } else if (!track.reported.equals(reported)) {
      track.reported = reported;
      Value value = rounded(reported);
      if (!track.last.equals(value)) {
        track.last = value;
        track.changed = true;
        changes.add(new Seen((int) (now - start), track, value));
      }
    }
  }

  private static Value rounded(Value value) {
    if (!(value instanceof Value.Num number)) {
      return value;
    }
    double size = Math.abs(number.number());
    double scale = size < 10 ? 1000 : size < 100 ? 100 : size < 1000 ? 10 : 1;
    return Value.of(Math.rint(number.number() * scale) / scale);
  }

  /** A second of the world is over. */
  void look(World world) {
    if (people.isEmpty()) {
      for (int s = 0; s < counts.length; s++) {
        counts[s] = world.people(s);
      }
      people.add(counts.clone());
      return;
    }
    int[] pairs = new int[2 * counts.length];
    int length = 0;
    for (int s = 0; s < counts.length; s++) {
      int now = world.people(s);
      if (now != counts[s]) {
        counts[s] = now;
        pairs[length++] = s;
        pairs[length++] = now;
      }
    }
    people.add(java.util.Arrays.copyOf(pairs, length));
  }

  ReplayMarks marks() {
    return marks;
  }

  /** All of it; the recorder is done. */
  Replay finish(int seconds) {
    List<PointId> points = new ArrayList<>();
    Map<PointId, Track> known = new HashMap<>();
    tracks.values().forEach(track -> known.put(track.point, track));
    List<Replay.Change> list = new ArrayList<>();
    for (Point point : model.points()) {
      Track track = known.get(point.id());
      if (track != null && (track.changed || isOnStage(point))) {
        track.index = points.size();
        list.add(new Replay.Change(0, points.size(), track.first));
        points.add(point.id());
      }
    }
    for (Seen seen : changes) {
      list.add(new Replay.Change(seen.at(), seen.track().index, seen.value()));
    }
    List<String> spaces = model.campus().spaces().stream().map(Space::id).toList();
    return new Replay(start, seconds, spaces, people, points, list, marks.list());
  }

  private boolean isOnStage(Point point) {
    return STAGE.contains(point.system())
        && model
            .findSpace(point.space())
            .map(space -> building.equals(space.building()))
            .orElse(false);
  }
}
