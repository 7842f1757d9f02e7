package io.campustwin.engine.alarm.cause;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.signal.PointId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an alarm comes of: what feeds its equipment is failing; its link or device is not up, or came up within
 * the last {@value #WINDOW} ms; a linkage acted on its equipment as lately; else its equipment itself. What is nearest
 * to the root goes first. Cost: a few look-ups an alarm.
 */
public final class Origins {
  /** How long a cause goes on having effects, ms. */
  public static final long WINDOW = 60_000;

  private static final long STILL = Long.MAX_VALUE;

  private final PointDirectory directory;
  private final Feeders feeders;
  private final Predicate<String> failing;

  /** When the trouble of a link or device ended, {@link #STILL} while it lasts; by adapter and device. */
  private final Map<String, Long> troubles = new TreeMap<>();

  private final Map<String, Acted> runs = new TreeMap<>();

  private record Acted(String run, long time) {}

  /** @param failing whether a feeding piece of equipment is in an outage */
  public Origins(PointDirectory directory, Feeders feeders, Predicate<String> failing) {
    this.directory = directory;
    this.feeders = feeders;
    this.failing = failing;
  }

  /** The cause of an alarm of this point that arises now. */
  public Origin of(int handle, AlarmRule rule, long now) {
    if (rule.isGuarding() || rule.priority() == AlarmRule.Priority.CRITICAL) {
      return Origin.ALONE;
    }
    Point point = directory.point(handle);
    String feeder = feeder(point.equipment(), rule);
    if (!feeder.isEmpty()) {
      return new Origin(Origin.Cause.FEEDER, feeder);
    }
    FieldAddress address = point.address();
    if (isTroubled(key(address.adapter(), ""), now)) {
      return new Origin(Origin.Cause.LINK, address.adapter().word());
    } else if (isTroubled(key(address.adapter(), address.device()), now)) {
      return new Origin(Origin.Cause.DEVICE, address.device());
    }
    Acted acted = runs.get(point.equipment());
    return acted != null && now - acted.time() <= WINDOW
        ? new Origin(Origin.Cause.LINKAGE, acted.run())
        : new Origin(Origin.Cause.DEVICE, point.equipment());
  }

  /** The failing equipment farthest upstream; the piece itself if the alarm is its outage. */
  private String feeder(String equipment, AlarmRule rule) {
    String farthest = rule.traits().outage() ? equipment : "";
    for (String feeder : feeders.upstream(equipment)) {
      farthest = failing.test(feeder) ? feeder : farthest;
    }
    return farthest;
  }

  /** A link or device changed its state. */
  public void link(LinkStatus status, long now) {
    String key = key(status.adapter(), status.device());
    if (status.state() != LinkState.UP) {
      troubles.put(key, STILL);
    } else if (troubles.getOrDefault(key, 0L) == STILL) {
      troubles.put(key, now);
    }
  }

  /** A linkage began to act on these points. */
  public void acted(String run, List<PointId> targets, long now) {
    Set<String> equipment = new LinkedHashSet<>();
    for (PointId target : targets) {
      int handle = directory.find(target);
      if (handle >= 0) {
        equipment.add(directory.point(handle).equipment());
      }
    }
    equipment.forEach(piece -> runs.put(piece, new Acted(run, now)));
  }

  /** Time passes: what is too long ago is forgotten. */
  public void tick(long now) {
    troubles.values().removeIf(ended -> ended != STILL && now - ended > WINDOW);
    runs.values().removeIf(acted -> now - acted.time() > WINDOW);
  }

  private boolean isTroubled(String key, long now) {
    @Nullable Long ended = troubles.get(key);
    return ended != null && (ended == STILL || now - ended <= WINDOW);
  }

  private static String key(AdapterKind adapter, String device) {
    return adapter.word() + " " + device;
  }

  public void save(ByteWriter out) {
    out.count(troubles.size());
    troubles.forEach((key, ended) -> out.text(key).whole(ended));
    out.count(runs.size());
    runs.forEach((piece, acted) -> out.text(piece).text(acted.run()).whole(acted.time()));
  }

  public void restore(ByteReader in) {
    int size = in.size();
    for (int i = 0; i < size; i++) {
      troubles.put(in.text(), in.whole());
    }
    int acted = in.size();
    for (int i = 0; i < acted; i++) {
      runs.put(in.text(), new Acted(in.text(), in.whole()));
    }
  }
}
