package io.campustwin.server.boptest;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The routes of BOPTEST {@value #VERSION}: those of its service, with a testid, and those of a single test case, without.
 * Bodies are JSON or forms.
 */
final class BoptestRoutes {
  /** Whose contract is served. */
  static final String VERSION = "0.9.0";

  private static final int BODY_LIMIT = 1 << 20;
  private final TestDesk desk;
  private final Router router;

  private BoptestRoutes(Vertx vertx, TestDesk desk) {
    this.desk = desk;
    router = Router.router(vertx);
  }

  /** All of them, to be mounted anywhere. */
  static Router of(Vertx vertx, TestDesk desk) {
    BoptestRoutes routes = new BoptestRoutes(vertx, desk);
    routes.mount();
    return routes.router;
  }

  private void mount() {
    router.route().handler(Gate::pass);
    router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
    plain(HttpMethod.GET, "/version", this::version);
    plain(HttpMethod.GET, "/testcases", this::cases);
    plain(
        HttpMethod.GET,
        "/testcases/:name",
        context -> Describe.testCase(desk.testCase(context.pathParam("name"))));
    plain(HttpMethod.POST, "/testcases/:name/select", context -> new JsonObject()
        .put("testid", desk.select(context.pathParam("name"))));
    plain(HttpMethod.GET, "/status/:testid", this::status);
    plain(HttpMethod.PUT, "/stop/:testid", this::stop);
    queries();
    verbs();
    router
        .route()
        .handler(context -> send(context, new Answer(404, "there is no such route / 没有该接口", null)));
    router.route().failureHandler(BoptestRoutes::fail);
  }

  private void queries() {
    verb(
        HttpMethod.GET,
        "name",
        (run, body) -> Answer.of(
            "Queried the name of the test case successfully.",
            new JsonObject().put("name", run.test().name())));
    verb(
        HttpMethod.GET,
        "measurements",
        (run, body) ->
            Answer.of("Queried the measurements successfully.", Describe.measurements(run.test())));
    verb(
        HttpMethod.GET,
        "inputs",
        (run, body) -> Answer.of("Queried the inputs successfully.", Describe.inputs(run.test())));
    verb(
        HttpMethod.GET,
        "forecast_points",
        (run, body) -> Answer.of(
            "Queried the forecast points and their meta-data successfully.",
            Describe.forecastPoints(run.test())));
    verb(HttpMethod.GET, "step", (run, body) -> run.step());
    verb(HttpMethod.GET, "scenario", (run, body) -> run.scenario());
    verb(HttpMethod.GET, "kpi", (run, body) -> run.kpi());
  }

  private void verbs() {
    verb(HttpMethod.PUT, "initialize", TestRun::initialize);
    verb(HttpMethod.POST, "advance", TestRun::advance);
    verb(HttpMethod.PUT, "step", TestRun::setStep);
    verb(HttpMethod.PUT, "scenario", TestRun::setScenario);
    verb(HttpMethod.PUT, "results", TestRun::results);
    verb(HttpMethod.PUT, "forecast", TestRun::forecast);
  }

  private Object version(RoutingContext context) {
    return Answer.of(
            "Queried the version number successfully.", new JsonObject().put("version", VERSION))
        .toJson();
  }

  private Object cases(RoutingContext context) {
    JsonArray all = new JsonArray();
    desk.cases().forEach(test -> all.add(new JsonObject().put("testcaseid", test.name())));
    return all;
  }

  private Object status(RoutingContext context) {
    known(context);
    return "\"Running\"";
  }

  private Object stop(RoutingContext context) {
    desk.stop(known(context));
    return "OK";
  }

  private String known(RoutingContext context) {
    String id = context.pathParam("testid");
    if (!desk.has(id)) {
      throw new BadCall("没有测试 " + id, "Invalid testid: " + id);
    }
    return id;
  }

  /** One that needs no test's thread. */
  private void plain(HttpMethod method, String path, Function<RoutingContext, Object> verb) {
    router.route(method, path).handler(context -> {
      try {
        end(context, 200, verb.apply(context).toString());
      } catch (BadCall bad) {
        send(context, bad.answer());
      }
    });
  }

  private void verb(HttpMethod method, String name, BiFunction<TestRun, JsonObject, Answer> verb) {
    router
        .route(method, "/" + name + "/:testid")
        .handler(context -> ask(context, () -> context.pathParam("testid"), verb));
    router.route(method, "/" + name).handler(context -> ask(context, () -> "", verb));
  }

  private void ask(
      RoutingContext context, Supplier<String> id, BiFunction<TestRun, JsonObject, Answer> verb) {
    Future<Answer> answer;
    try {
      JsonObject body = body(context);
      answer = desk.ask(id.get(), run -> verb.apply(run, body));
    } catch (BadCall bad) {
      answer = Future.succeededFuture(bad.answer());
    }
    answer.onSuccess(done -> send(context, done)).onFailure(context::fail);
  }

  private static JsonObject body(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    JsonObject body = new JsonObject();
    form.names().forEach(name -> body.put(name, single(form, name)));
    String text = form.isEmpty() ? context.body().asString() : null;
    if (text == null || text.isBlank()) {
      return body;
    }
    try {
      return new JsonObject(text);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw new BadCall("请求体不是 JSON 对象", "the body is not a JSON object");
    }
  }

  private static Object single(MultiMap form, String name) {
    return name.equals("point_names") ? new JsonArray(form.getAll(name)) : form.get(name);
  }

  static void send(RoutingContext context, Answer answer) {
    end(context, answer.status(), answer.toJson().encode());
  }

  private static void end(RoutingContext context, int status, String text) {
    if (!context.response().closed()) {
      context
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .putHeader("X-Content-Type-Options", "nosniff")
          .end(text);
    }
  }

  private static void fail(RoutingContext context) {
    int status = context.statusCode() < 400 ? 500 : context.statusCode();
    send(context, new Answer(status, "the request failed / 请求失败", null));
  }
}
