package io.campustwin.server.web;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.engine.kernel.KernelHealth;
import io.campustwin.server.field.Twin;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Problems;
import io.campustwin.server.web.http.Route;
import io.campustwin.server.web.live.LiveFeed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP server: /api/v1, the live feed, health, metrics and the pages. */
public final class WebServer extends VerticleBase {
  private static final int BODY_LIMIT = 64 * 1024;

  private final Context base;
  private final PrometheusMeterRegistry metrics;
  private final String host;
  private final int port;
  private final long started;
  private @Nullable HttpServer server;

  /**
   * @param port 0 for a free one
   */
  public WebServer(Context base, PrometheusMeterRegistry metrics, String host, int port) {
    this.base = base;
    this.metrics = metrics;
    this.host = host;
    this.port = port;
    this.started = base.twin().now();
  }

  /** The port it listens on; 0 before it does. */
  public int actualPort() {
    HttpServer running = server;
    return running == null ? 0 : running.actualPort();
  }

  /** Method and path below /api/v1 of every route, such as {@code GET /points/{id}}; the document is held to it. */
  public List<String> listRoutes() {
    return ApiRoutes.of(base).stream()
        .map(route -> route.method() + " " + route.path())
        .toList();
  }

  @Override
  public Future<?> start() {
    Meters.bind(metrics, base.twin());
    HttpServerOptions options = new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setCompressionSupported(true)
        .setMaxWebSocketMessageSize(BODY_LIMIT)
        .setMaxHeaderSize(16 * 1024)
        .setIdleTimeout(120);
    server = vertx.createHttpServer(options).requestHandler(router());
    return server.listen();
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Headers::put);
    LiveFeed live = new LiveFeed(vertx, base.twin(), base.sessions());
    router.get("/api/v1/live").handler(context -> upgrade(context, live));
    router.route("/api/v1/*").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    router.get("/api/v1/openapi.json").handler(WebServer::document);
    Router api = Router.router(vertx);
    RouteMount mount = new RouteMount(base.sessions());
    for (Route route : ApiRoutes.of(base)) {
      mount.mount(api, route);
    }
    router.route("/api/v1/*").subRouter(api);
    router.get("/health").handler(this::health);
    router.get("/metrics").handler(this::metrics);
    for (String page : List.of("manage", "evaluate")) {
      router.get("/" + page).handler(context -> context.reroute("/" + page + ".html"));
    }
    router
        .route()
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(StaticHandler.create("web").setIncludeHidden(false).setMaxAgeSeconds(60));
    router.route().failureHandler(WebServer::fail);
    for (int status : new int[] {400, 404, 405, 413, 500}) {
      router.errorHandler(status, context -> Problems.answer(context, failure(context), status));
    }
    return router;
  }

  private static void fail(RoutingContext context) {
    int status = context.statusCode() < 0 ? 500 : context.statusCode();
    Problems.answer(context, failure(context), status);
  }

  private static Throwable failure(RoutingContext context) {
    Throwable failure = context.failure();
    return failure == null ? new IllegalStateException("status " + context.statusCode()) : failure;
  }

  private static void upgrade(RoutingContext context, LiveFeed live) {
    String upgrade = context.request().getHeader("Upgrade");
    if (upgrade == null || !upgrade.equalsIgnoreCase("websocket")) {
      context.fail(400);
      return;
    }
    context.request().toWebSocket().onSuccess(live::accept).onFailure(failed -> context.fail(400));
  }

  private static void document(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .sendFile("openapi/openapi.json");
  }

  private void health(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(health(base.twin()).toBuffer());
  }

  private JsonObject health(Twin twin) {
    JsonArray adapters = new JsonArray();
    boolean allUp = true;
    for (Twin.AdapterReport report : twin.listAdapters()) {
      allUp &= report.link().state() == LinkState.UP;
      adapters.add(new JsonObject()
          .put("adapter", report.kind().word())
          .put("state", report.link().state().word()));
    }
    KernelHealth engine = twin.health();
    boolean writes = engine.state() == KernelHealth.State.READY;
    JsonObject json = new JsonObject()
        .put("status", allUp && writes ? "ok" : "degraded")
        .put("engine", engine.state().word())
        .put("campus", twin.model().campus().id())
        .put("uptimeSeconds", (twin.now() - started) / 1000)
        .put("sequence", twin.snapshot().sequence())
        .put("adapters", adapters);
    return engine.error().isEmpty() ? json : json.put("error", engine.error());
  }

  private void metrics(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(metrics.scrape());
  }
}
