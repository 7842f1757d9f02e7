package io.campustwin.server.web;

import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Problems;
import io.campustwin.server.web.http.Route;
import io.campustwin.server.web.live.LiveFeed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP server: /api/v1, the live feed, health, metrics and the pages. */
public final class WebServer extends VerticleBase {
  private static final int BODY_LIMIT = 64 * 1024;

  private final Context base;
  private final PrometheusMeterRegistry metrics;
  private final String host;
  private final int port;
  private final String metricsToken;
  private @Nullable HttpServer server;

  /**
   * @param port 0 for a free one
   * @param metricsToken what a collector of metrics brings, empty for none
   */
  public WebServer(
      Context base, PrometheusMeterRegistry metrics, String host, int port, String metricsToken) {
    this.base = base;
    this.metrics = metrics;
    this.host = host;
    this.port = port;
    this.metricsToken = metricsToken;
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
    RouteMount mount = new RouteMount(base.sessions(), base.pseudonyms());
    for (Route route : ApiRoutes.of(base)) {
      mount.mount(api, route);
    }
    router.route("/api/v1/*").subRouter(api);
    new Probes(base.twin(), base.sessions(), metrics, metricsToken).mount(router);
    Pages.mount(router);
    router.route().failureHandler(WebServer::fail);
    for (int status : new int[] {400, 405, 413, 500}) {
      router.errorHandler(status, context -> Problems.answer(context, failure(context), status));
    }
    router.errorHandler(404, context -> Pages.missing(context, failure(context)));
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
}
