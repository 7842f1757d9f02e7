package io.campustwin.server.fork;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.branch.Branch;
import io.campustwin.place.Name;
import io.campustwin.server.storage.HistoryStore;
import io.campustwin.simulator.ahead.BadPast;
import io.campustwin.simulator.world.WorldOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The forks of a running server: at most {@value #LIMIT}, each until nobody has used it for half an hour. They live in
 * memory only; a restart forgets them. Runs go one after the other on a thread of low priority. Any thread.
 */
public final class ForkDesk {
  /** At a time. */
  public static final int LIMIT = 4;

  static final long IDLE_MILLIS = 30 * 60_000;
  private static final Logger LOG = LoggerFactory.getLogger(ForkDesk.class);
  private static final Name OUR_FAULT =
      new Name("服务器内部错误，详情见服务器日志", "a fault of the server; its log holds the details");

  private final Map<String, Fork> forks = new LinkedHashMap<>();
  private final ThreadPoolExecutor runner =
      new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
        Thread thread = new Thread(work, "forks");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
      });
  private long count;

  public ForkDesk() {
    runner.allowCoreThreadTimeOut(true);
  }

  /**
   * What worlds of forks are made of.
   *
   * @param pastHours most of the history that is read
   */
  public record Ground(
      CampusModel model, HistoryStore history, int pastHours, WorldOptions options) {}

  /** Keeps a new fork; empty if there are too many. */
  public synchronized Optional<Fork> add(
      String owner, Fork.Origin origin, Branch branch, long now) {
    expire(now);
    if (forks.size() >= LIMIT) {
      return Optional.empty();
    }
    count++;
    Fork fork = new Fork("f" + Long.toString(now, 36) + "-" + count, owner, origin, branch, now);
    forks.put(fork.id(), fork);
    return Optional.of(fork);
  }

  /** False if another one cannot be kept now. */
  public synchronized boolean hasRoom(long now) {
    expire(now);
    return forks.size() < LIMIT;
  }

  /** A fork, used now. */
  public synchronized Optional<Fork> find(String id, long now) {
    expire(now);
    Optional<Fork> fork = Optional.ofNullable(forks.get(id));
    fork.ifPresent(one -> one.use(now));
    return fork;
  }

  /** True if there was one; its run ends within a minute of its time. */
  public synchronized boolean remove(String id) {
    return forks.remove(id) != null;
  }

  private synchronized boolean isKept(Fork fork) {
    return forks.get(fork.id()) == fork;
  }

  /** Lets a fork run forward that is marked as running, when those before it are done. */
  public void run(Fork fork, Run begun, Ground ground) {
    runner.execute(() -> {
      try {
        Outlook outlook = fork.findOutlook().isPresent()
            ? fork.findOutlook().get()
            : fork.grow(setting(fork, ground));
        fork.forward(outlook, begun.ask(), percent -> progress(fork, begun.at(percent)));
        fork.at(begun.done());
      } catch (BadPast missing) {
        fork.at(begun.failed(missing.reason()));
      } catch (CancellationException removed) {
        LOG.info("the run of fork {} was ended", fork.id());
      } catch (IOException | RuntimeException failed) {
        LOG.error("the run of fork {} failed", fork.id(), failed);
        fork.at(begun.failed(OUR_FAULT));
      }
    });
  }

  private static Outlook.Setting setting(Fork fork, Ground ground) throws IOException {
    return new Outlook.Setting(
        ground.model(),
        PastReader.read(ground.model(), ground.history(), fork.start(), ground.pastHours()),
        ground.options());
  }

  private void progress(Fork fork, Run run) {
    if (!isKept(fork)) {
      throw new CancellationException(fork.id());
    }
    fork.at(run);
  }

  private void expire(long now) {
    forks.values().removeIf(fork -> fork.expires() <= now && !fork.isRunning());
  }
}
