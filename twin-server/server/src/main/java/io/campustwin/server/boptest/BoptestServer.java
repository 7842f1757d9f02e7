package io.campustwin.server.boptest;

import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The test bed at 127.0.0.1, under {@code /boptest} and, as a port of its own, at the root too, so that controllers that
 * know but a host and a port run unchanged.
 */
public final class BoptestServer implements AutoCloseable {
  private static final int START_SECONDS = 20;
  private static final long SWEEP_MILLIS = 60_000;
  private final Vertx vertx;
  private final HttpServer server;
  private final TestDesk desk;

  private BoptestServer(Vertx vertx, HttpServer server, TestDesk desk) {
    this.vertx = vertx;
    this.server = server;
    this.desk = desk;
  }

  /**
   * Starts it.
   *
   * @param cases the first serves requests that name no test
   * @param port 0 for a free one
   */
  public static BoptestServer start(List<TestCase> cases, int port) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    TestDesk desk = new TestDesk(cases, System::currentTimeMillis);
    Router router = Router.router(vertx);
    router.route("/boptest/*").subRouter(BoptestRoutes.of(vertx, desk));
    router.route("/*").subRouter(BoptestRoutes.of(vertx, desk));
    HttpServerOptions options =
        new HttpServerOptions().setHost("127.0.0.1").setPort(port).setCompressionSupported(true);
    HttpServer server = vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(START_SECONDS, TimeUnit.SECONDS)
        .join();
    vertx.setPeriodic(SWEEP_MILLIS, timer -> desk.sweep());
    return new BoptestServer(vertx, server, desk);
  }

  /** Where it listens. */
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    desk.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
