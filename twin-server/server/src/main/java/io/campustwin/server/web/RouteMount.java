package io.campustwin.server.web;

import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Pseudonyms;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.web.http.Problems;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Puts the table of routes on a router: authentication, parameters, body, answer. */
final class RouteMount {
  private final Sessions sessions;
  private final Pseudonyms pseudonyms;

  RouteMount(Sessions sessions, Pseudonyms pseudonyms) {
    this.sessions = sessions;
    this.pseudonyms = pseudonyms;
  }

  void mount(Router router, Route route) {
    String path = route.path().replaceAll("\\{(\\w+)}", ":$1");
    router.route(route.method(), path).handler(context -> handle(route, context));
  }

  private void handle(Route route, RoutingContext context) {
    Future<Reply> reply;
    try {
      Request request = read(route, context);
      reply = route
          .endpoint()
          .handle(request)
          .map(answer -> answer.rewritten(text -> pseudonyms.reveal(text, request.principal())));
    } catch (RuntimeException refusedOrBroken) {
      reply = Future.failedFuture(refusedOrBroken);
    }
    reply
        .onSuccess(answer -> send(context, answer))
        .onFailure(failure -> Problems.answer(context, failure, 500));
  }

  private Request read(Route route, RoutingContext context) {
    String token = route.open() ? "" : Bearer.token(context);
    Principal principal = Bearer.principal(token, sessions);
    String peer = context.request().remoteAddress().hostAddress();
    return new Request(
        principal,
        token,
        peer == null ? "" : peer,
        context.pathParams(),
        queries(route, context.queryParams()),
        route.hasBody() ? body(context) : new JsonObject());
  }

  private static Map<String, String> queries(Route route, MultiMap given) {
    Map<String, String> queries = new HashMap<>();
    for (String name : given.names()) {
      if (!route.queries().contains(name)) {
        String known = String.join(", ", route.queries().stream().sorted().toList());
        throw Refusals.badQuery(name, "不存在；可用：" + known, "is not known; known are: " + known);
      }
      if (given.getAll(name).size() > 1) {
        throw Refusals.badQuery(name, "重复出现", "is given more than once");
      }
      queries.put(name, given.get(name));
    }
    return queries;
  }

  private static JsonObject body(RoutingContext context) {
    String text = context.body().asString();
    if (text == null || text.isBlank()) {
      return new JsonObject();
    }
    refuseOtherThanJson(context.request().getHeader("Content-Type"));
    try {
      return new JsonObject(text);
    } catch (DecodeException | ClassCastException notAnObject) {
      throw Problems.badJson();
    }
  }

  private static void refuseOtherThanJson(@Nullable String type) {
    if (type != null
        && !type.toLowerCase(Locale.ROOT).matches("application/([\\w.-]+\\+)?json\\s*(;.*)?")) {
      throw Refusals.of(
          415,
          "not-json",
          "请求体类型“" + type + "”不受支持；请用 Content-Type: application/json",
          "a body of type '" + type + "' is not taken; send Content-Type: application/json");
    }
  }

  private static void send(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    response.putHeader("Cache-Control", reply.tagged() ? "private, no-cache" : "no-store");
    if (reply.tagged()) {
      String tag = tag(reply);
      response.putHeader("ETag", tag).putHeader("Vary", "Authorization, Accept-Encoding");
      if (tag.equals(context.request().getHeader("If-None-Match"))) {
        response.setStatusCode(304).end();
        return;
      }
    }
    if (reply.status() == 204) {
      response.setStatusCode(204).end();
      return;
    }
    if (!reply.file().isEmpty()) {
      response.putHeader("Content-Disposition", "attachment; filename=\"" + reply.file() + "\"");
    }
    response.setStatusCode(reply.status()).putHeader("Content-Type", reply.type());
    Buffer packed = reply.packed();
    if (packed != null && takesGzip(context)) {
      response.putHeader("Content-Encoding", "gzip").end(packed);
    } else {
      response.end(reply.body());
    }
  }

  /** Over HTTP/2 the server packs by the header itself, and would pack what is packed a second time. */
  private static boolean takesGzip(RoutingContext context) {
    if (context.request().version() == HttpVersion.HTTP_2) {
      return false;
    }
    String accepted = context.request().getHeader("Accept-Encoding");
    return accepted != null
        && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }

  private static String tag(Reply reply) {
    CRC32C sum = new CRC32C();
    byte[] bytes = reply.body().getBytes();
    sum.update(bytes);
    return "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length) + "\"";
  }
}
