package io.campustwin.server.ditto;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mirrors every piece of equipment as a thing {@code <namespace>:<equipment id>} at a Ditto endpoint.
 *
 * <p>{@link #accept} only notes the newest state of each point, so it never waits, and memory is bounded by the number
 * of points. One thread sends, once a second, one merge a thing with what changed since: a feature is updated at most
 * once a second. After every connection all things are put whole; what was not answered is put whole again. So
 * whatever is lost on the way, the mirror ends in the newest state.
 */
public final class DittoPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DittoPublisher.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final long SHORTEST_PAUSE = 1_000;
  private static final long LONGEST_PAUSE = 30_000;

  /** A thing that Ditto refused is offered again after this many turns. */
  private static final int REFUSED_TURNS = 30;

  private static final int IN_FLIGHT = 64;

  private final DittoSettings settings;
  private final CampusModel model;
  private final ThingText text;
  private final Thread thread;
  private final Map<PointId, PointState> newest = new LinkedHashMap<>();
  private final Map<String, Set<PointId>> changed = new LinkedHashMap<>();
  private final Set<String> whole = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean connected;
  private volatile boolean closing;

  /**
   * How publishing stands.
   *
   * @param sent messages that were answered with success
   * @param failed messages that were refused or not answered
   * @param waiting things with something still to be sent
   */
  public record Status(boolean connected, long sent, long failed, int waiting) {}

  private DittoPublisher(DittoSettings settings, CampusModel model) {
    this.settings = settings;
    this.model = model;
    text = new ThingText(model, settings.namespace());
    thread = new Thread(this::run, "ditto");
    thread.setDaemon(true);
  }

  /** Begins to publish and returns at once; connects and reconnects by itself. */
  public static DittoPublisher start(DittoSettings settings, CampusModel model) {
    DittoPublisher publisher = new DittoPublisher(settings, model);
    publisher.thread.start();
    return publisher;
  }

  /** Takes new states, any thread, never blocking for longer than it takes to note them. */
  public void accept(List<PointState> states) {
    synchronized (newest) {
      for (PointState state : states) {
        model.findPoint(state.id()).ifPresent(point -> note(point, state));
      }
    }
  }

  public Status status() {
    synchronized (newest) {
      return new Status(
          connected, sent.get(), failed.get(), changed.size() + whole.size() + refused.size());
    }
  }

  /** Stops within a few seconds; what was not sent is not lost for the next start, which puts everything. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(Point point, PointState state) {
    newest.put(point.id(), state);
    changed.computeIfAbsent(point.equipment(), key -> new LinkedHashSet<>()).add(point.id());
  }

  private void run() {
    long pause = SHORTEST_PAUSE;
    boolean said = false;
    while (!closing) {
      try (DittoLink link = DittoLink.open(settings)) {
        LOG.info("publishing to Ditto at {}", settings.endpoint());
        pause = SHORTEST_PAUSE;
        said = false;
        publish(link);
        LOG.warn("lost Ditto at {}; connecting again", settings.endpoint());
      } catch (ExecutionException | TimeoutException | RuntimeException fault) {
        if (!said) {
          LOG.warn(
              "Ditto at {} cannot be reached, trying on: {}",
              settings.endpoint(),
              DittoLink.text(fault));
          said = true;
        }
      } catch (InterruptedException stop) {
        return;
      } finally {
        connected = false;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stop) {
        return;
      }
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  }

  /** Publishes until the link is lost. */
  private void publish(DittoLink link) throws InterruptedException {
    synchronized (newest) {
      model.equipment().forEach(piece -> whole.add(piece.id()));
      refused.clear();
    }
    connected = true;
    for (long turn = 1; link.isUp() && !closing; turn++) {
      long begun = System.nanoTime();
      if (turn % REFUSED_TURNS == 0) {
        synchronized (newest) {
          whole.addAll(refused);
          refused.clear();
        }
      }
      Semaphore room = new Semaphore(IN_FLIGHT);
      for (Update update : take()) {
        if (!send(link, update, room)) {
          return;
        }
      }
      if (!room.tryAcquire(IN_FLIGHT, DittoLink.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      Thread.sleep(Math.max(1, EVERY_MILLIS - spent));
    }
  }

  /**
   * What is to be sent about one thing.
   *
   * @param states null for the whole thing
   */
  private record Update(Equipment piece, @Nullable List<PointState> states) {}

  private List<Update> take() {
    List<Update> updates = new ArrayList<>();
    synchronized (newest) {
      for (String id : whole) {
        changed.remove(id);
        model.findEquipment(id).ifPresent(piece -> updates.add(new Update(piece, null)));
      }
      changed.forEach((id, points) -> {
        if (!refused.contains(id)) {
          List<PointState> states = new ArrayList<>();
          for (PointId point : points) {
            PointState state = newest.get(point);
            if (state != null) {
              states.add(state);
            }
          }
          model.findEquipment(id).ifPresent(piece -> updates.add(new Update(piece, states)));
        }
      });
      whole.clear();
      changed.clear();
    }
    return updates;
  }

  /** False if the link is lost; the update is then noted again. */
  private boolean send(DittoLink link, Update update, Semaphore room) throws InterruptedException {
    if (!link.isUp() || !room.tryAcquire(DittoLink.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      again(update);
      return false;
    }
    CompletionStage<?> answer;
    try {
      answer = put(link, update);
    } catch (RuntimeException fault) {
      room.release();
      done(update, fault);
      return link.isUp();
    }
    answer.whenComplete((result, fault) -> {
      done(update, fault);
      room.release();
    });
    return true;
  }

  private CompletionStage<?> put(DittoLink link, Update update) {
    if (update.states() != null) {
      return link.twin().merge(text.id(update.piece().id()), text.patch(update.states()));
    }
    Map<PointId, PointState> states = new LinkedHashMap<>();
    synchronized (newest) {
      for (Point point : model.pointsOf(update.piece().id())) {
        PointState state = newest.get(point.id());
        if (state != null) {
          states.put(point.id(), state);
        }
      }
    }
    return link.twin().put(text.whole(update.piece(), states));
  }

  private void done(Update update, @Nullable Throwable fault) {
    if (fault == null) {
      sent.incrementAndGet();
      return;
    }
    failed.incrementAndGet();
    // A thing that is not there (any more) is put whole; so is one whose answer got lost.
    if (DittoLink.isAnswer(fault) && update.states() == null) {
      refuse(update, fault);
    } else {
      again(update);
    }
  }

  private void refuse(Update update, Throwable fault) {
    synchronized (newest) {
      if (refused.isEmpty()) {
        LOG.warn("Ditto refused {}: {}", update.piece().id(), DittoLink.text(fault));
      }
      refused.add(update.piece().id());
    }
  }

  private void again(Update update) {
    synchronized (newest) {
      whole.add(update.piece().id());
    }
  }
}
