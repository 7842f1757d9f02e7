package io.campustwin.server.app;

import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.server.field.AlarmEventKeeper;
import io.campustwin.server.field.FieldHost;
import io.campustwin.server.field.HistoryRefill;
import io.campustwin.server.field.HistoryWriter;
import io.campustwin.server.field.LiveTwin;
import io.campustwin.server.field.OutputHub;
import io.campustwin.server.field.TwinPlan;
import io.campustwin.server.job.JobDesk;
import io.campustwin.server.security.Pseudonyms;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.storage.Storage;
import io.campustwin.server.web.WebServer;
import io.campustwin.server.web.api.Context;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server without its surroundings: recovered twin, field, history, web. It closes in the reverse order, so that
 * what came in is stored before the stores close; the storage is its owner's to close.
 */
final class RunningServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final long ACCOUNT_CHECK_MILLIS = 2_000;

  private final LiveTwin twin;
  private final HistoryWriter history;
  private final AlarmEventKeeper events;
  private final Vertx vertx;
  private final WebServer web;
  private final JobDesk jobs;

  private RunningServer(
      LiveTwin twin,
      HistoryWriter history,
      AlarmEventKeeper events,
      Vertx vertx,
      WebServer web,
      JobDesk jobs) {
    this.twin = twin;
    this.history = history;
    this.events = events;
    this.vertx = vertx;
    this.web = web;
    this.jobs = jobs;
  }

  /**
   * Recovers the twin and starts everything.
   *
   * @param runs folder of scenario runs and evaluations
   * @param adapters adds the adapters of this run to the host
   */
  static RunningServer start(
      TwinPlan plan, Storage storage, Path runs, Consumer<FieldHost> adapters, Address at)
      throws IOException {
    Engine engine = Kernel.recover(plan.model(), plan.rules(), storage.journal());
    long refilled = HistoryRefill.run(
        storage.journal(), storage.history(), engine.snapshot().directory());
    if (refilled > 0) {
      LOG.info("{} reports since the last snapshot handed to history again", refilled);
    }
    OutputHub hub = new OutputHub();
    Kernel kernel = new Kernel(engine, storage.journal(), hub, System::currentTimeMillis);
    FieldHost field = new FieldHost(
        plan.model(),
        engine.snapshot().directory(),
        input -> offer(kernel, input),
        System::currentTimeMillis);
    adapters.accept(field);
    LiveTwin twin = new LiveTwin(plan, kernel, hub, field, System::currentTimeMillis);
    HistoryWriter history = new HistoryWriter(storage.history(), System::currentTimeMillis);
    twin.listen(history::take);
    SortedMap<String, String> before = kernel.snapshot().ruleTexts();
    twin.start();
    AlarmEventKeeper events =
        new AlarmEventKeeper(storage.alarmEvents(), () -> twin.snapshot().alarms());
    putRulesInForce(plan, before, kernel);
    Vertx vertx = Vertx.vertx(new VertxOptions()
        .setEventLoopPoolSize(2)
        .setWorkerPoolSize(4)
        .setInternalBlockingPoolSize(4));
    Sessions sessions =
        new Sessions(System::currentTimeMillis, IDLE.toMillis(), LONGEST.toMillis());
    Pseudonyms pseudonyms = new Pseudonyms();
    pseudonyms.load(storage.users().listPeople());
    JobDesk jobs = JobDesk.open(plan, runs, System::currentTimeMillis);
    WebServer web = new WebServer(
        new Context(vertx, twin, storage, sessions, jobs, pseudonyms),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        at.host(),
        at.port(),
        at.metricsToken());
    await(vertx.deployVerticle(web).toCompletionStage().toCompletableFuture());
    vertx.setPeriodic(
        ACCOUNT_CHECK_MILLIS, timer -> followAccounts(vertx, storage, sessions, pseudonyms));
    return new RunningServer(twin, history, events, vertx, web, jobs);
  }

  /** Files edited while the server stood still count from its start on, as a record of their own. */
  private static void putRulesInForce(
      TwinPlan plan, SortedMap<String, String> before, Kernel kernel) {
    SortedMap<String, String> texts = RulesReader.texts(plan.files());
    if (!texts.isEmpty() && !texts.equals(before)) {
      offer(kernel, new Input.NewRules(System.currentTimeMillis(), texts));
    }
  }

  /** Reports nobody waits for; a refusal shows in the kernel's health. */
  private static void offer(Kernel kernel, Input input) {
    CompletableFuture<Void> done = kernel.offer(input);
    if (done.isCompletedExceptionally()) {
      LOG.debug("not taken: {}", input);
    }
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException {
    AtomicReference<Throwable> cause = new AtomicReference<>();
    return future
        .orTimeout(20, TimeUnit.SECONDS)
        .handle((value, failure) -> {
          cause.set(failure);
          return java.util.Optional.ofNullable(value);
        })
        .join()
        .orElseThrow(() -> new IOException("the web server did not start", cause.get()));
  }

  /** Another process may have changed or erased an account: its sessions end. */
  private static void followAccounts(
      Vertx vertx, Storage storage, Sessions sessions, Pseudonyms pseudonyms) {
    if (sessions.isEmpty()) {
      return;
    }
    vertx
        .executeBlocking(() -> {
          pseudonyms.load(storage.users().listPeople());
          return storage.users().list();
        })
        .onSuccess(sessions::keepOnly)
        .onFailure(failure -> LOG.warn("accounts could not be read", failure));
  }

  LiveTwin twin() {
    return twin;
  }

  WebServer web() {
    return web;
  }

  int port() {
    return web.actualPort();
  }

  @Override
  public void close() {
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .completeOnTimeout(null, 2, TimeUnit.SECONDS)
        .join();
    jobs.close();
    twin.close();
    history.close();
    events.close();
  }

  /**
   * Where to listen.
   *
   * @param port 0 for a free one
   * @param metricsToken what a collector of metrics brings, empty for none
   */
  record Address(String host, int port, String metricsToken) {}
}
