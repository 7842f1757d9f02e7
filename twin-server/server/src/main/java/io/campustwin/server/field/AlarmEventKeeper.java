package io.campustwin.server.field;

import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.server.storage.AlarmEventStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the events of alarms to their store, on a thread of its own, four times a second. It asks the twin for all
 * that came after the newest stored one, so nothing has to be handed over: what a crash or a full disk kept from the
 * store is still in the twin, which has it from its snapshot and its journal, and follows by itself.
 */
public final class AlarmEventKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmEventKeeper.class);
  private static final long PAUSE_MILLIS = 250;
  private static final int BATCH = 5_000;

  private final AlarmEventStore store;
  private final Supplier<AlarmView> alarms;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "alarm-events");
  private boolean failing;

  public AlarmEventKeeper(AlarmEventStore store, Supplier<AlarmView> alarms) {
    this.store = store;
    this.alarms = alarms;
    thread.start();
  }

  /** At most {@code limit} events after a number and not before a time: from the store, then what is not there yet. */
  public static List<AlarmEvent> list(
      AlarmEventStore store, AlarmView alarms, long after, long from, int limit)
      throws IOException {
    long stored = store.last();
    List<AlarmEvent> found = new ArrayList<>(store.list(after, from, limit));
    long reached = found.isEmpty() ? after : found.get(found.size() - 1).number();
    alarms.listEvents(Math.max(reached, stored), limit - found.size()).stream()
        .filter(event -> event.time() >= from)
        .forEach(found::add);
    return found;
  }

  private void run() {
    try {
      do {
        follow();
      } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    follow();
  }

  private void follow() {
    try {
      AlarmView view = alarms.get();
      long last = store.last();
      for (List<AlarmEvent> batch = view.listEvents(last, BATCH);
          !batch.isEmpty();
          batch = view.listEvents(last, BATCH)) {
        if (batch.get(0).number() != last + 1) {
          LOG.error("alarm events {} to {} are lost", last + 1, batch.get(0).number() - 1);
        }
        store.append(batch);
        last = batch.get(batch.size() - 1).number();
      }
      failing = false;
    } catch (IOException failed) {
      if (!failing) {
        LOG.error("alarm events wait in memory until they can be stored", failed);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(5000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
