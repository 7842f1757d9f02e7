package io.campustwin.server.web;

import io.campustwin.server.web.http.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/**
 * The pages and what they load, from the class path. Files below /assets carry their own hash in the name, so that
 * browsers may keep them for ever; everything else is asked for again each time and answered by 304 where it is the same.
 */
final class Pages {
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String MISSING = "web/not-found.html";

  private Pages() {}

  static void mount(Router router) {
    for (String page : List.of("manage", "evaluate")) {
      router
          .route("/" + page)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(context -> context.reroute("/" + page + ".html"));
    }
    router
        .route()
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(Pages::keep)
        .handler(StaticHandler.create("web").setIncludeHidden(false).setDirectoryListing(false));
  }

  private static void keep(RoutingContext context) {
    boolean hashed = context.normalizedPath().startsWith("/assets/");
    context.response().putHeader("Cache-Control", hashed ? FOREVER : "no-cache");
    context.next();
  }

  /** Nothing is at this path: a page for browsers, a problem document for programs. */
  static void missing(RoutingContext context, Throwable failure) {
    context.response().putHeader("Cache-Control", "no-store");
    if (context.response().headWritten() || !wantsPage(context)) {
      Problems.answer(context, failure, 404);
      return;
    }
    context
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .sendFile(MISSING)
        .onFailure(broken -> Problems.answer(context, broken, 404));
  }

  private static boolean wantsPage(RoutingContext context) {
    String accepted = context.request().getHeader("Accept");
    HttpMethod method = context.request().method();
    return accepted != null
        && accepted.contains("text/html")
        && (method == HttpMethod.GET || method == HttpMethod.HEAD)
        && !context.request().path().startsWith("/api/");
  }
}
