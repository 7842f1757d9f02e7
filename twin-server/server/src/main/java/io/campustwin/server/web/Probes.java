package io.campustwin.server.web;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.engine.alarm.Hold;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.kernel.KernelHealth;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Authority;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.security.Target;
import io.campustwin.server.security.Verdict;
import io.campustwin.server.web.http.Refusals;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Health and metrics. Anybody may ask whether the server is well, and which fault
 * keeps the journal from being written; how its links and its engine are is told to those who
 * may see the campus, and to a collector of metrics that brings the configured token.
 */
final class Probes {
  private final Twin twin;
  private final Sessions sessions;
  private final PrometheusMeterRegistry metrics;
  private final String metricsToken;
  private final long started;

  /**
   * @param metricsToken empty for none
   */
  Probes(Twin twin, Sessions sessions, PrometheusMeterRegistry metrics, String metricsToken) {
    this.twin = twin;
    this.sessions = sessions;
    this.metrics = metrics;
    this.metricsToken = metricsToken;
    this.started = twin.now();
  }

  void mount(Router router) {
    router.route("/health").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::health);
    router.get("/metrics").handler(this::metrics);
  }

  private void health(RoutingContext context) {
    boolean all = verdict(Bearer.principal(Bearer.token(context), sessions)).isGranted();
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end((all ? details(summary()) : summary()).toBuffer());
  }

  private static Verdict verdict(Principal principal) {
    return Authority.authorise(principal, Action.VIEW, Target.CAMPUS_VIEW);
  }

  private JsonObject summary() {
    boolean allUp =
        twin.listAdapters().stream().allMatch(report -> report.link().state() == LinkState.UP);
    KernelHealth health = twin.health();
    JournalFault.Kind fault = health.fault();
    boolean writes = health.state() == KernelHealth.State.READY && fault == null;
    JsonObject json = new JsonObject()
        .put("status", allUp && writes ? "ok" : "degraded")
        .put("engine", health.state().word())
        .put("campus", twin.model().campus().id());
    return fault == null ? json : json.put("fault", fault.word());
  }

  private JsonObject details(JsonObject json) {
    JsonArray adapters = new JsonArray();
    for (Twin.AdapterReport report : twin.listAdapters()) {
      adapters.add(new JsonObject()
          .put("adapter", report.kind().word())
          .put("state", report.link().state().word()));
    }
    String error = twin.health().error();
    List<String> unjournaled = twin.health().unjournaled();
    json.put("uptimeSeconds", (twin.now() - started) / 1000)
        .put("sequence", twin.snapshot().sequence())
        .put("adapters", adapters)
        .put("unjournaled", new JsonArray(unjournaled))
        .put("conflated", twin.health().conflated())
        .put("refused", twin.health().refused())
        .put("guardsOutOfService", guardsOutOfService());
    return error.isEmpty() ? json : json.put("error", error);
  }

  /** Fire, panic and intrusion points whose alarms nobody would hear: never silently. */
  private long guardsOutOfService() {
    return twin.snapshot().alarms().listHolds().stream()
        .filter(hold -> hold.kind() == Hold.Kind.OUT_OF_SERVICE)
        .flatMap(hold -> twin.model().findPoint(hold.point()).stream())
        .map(point -> point.template().alarm())
        .filter(rule -> rule != null && rule.isGuarding())
        .count();
  }

  private void metrics(RoutingContext context) {
    String token = Bearer.token(context);
    if (!isCollector(token)) {
      Principal principal = Bearer.principal(token, sessions);
      Verdict verdict = verdict(principal);
      if (!verdict.isGranted()) {
        throw Refusals.of(verdict, principal, "metrics");
      }
    }
    context
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(metrics.scrape());
  }

  private boolean isCollector(String token) {
    return !metricsToken.isEmpty()
        && MessageDigest.isEqual(
            metricsToken.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
