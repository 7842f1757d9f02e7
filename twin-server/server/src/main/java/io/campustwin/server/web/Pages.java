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
  /** End of the name of the packed copy that the build lays beside each script and style. */
  private static final String BROTLI = ".br";

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
    String path = context.normalizedPath();
    boolean hashed = path.startsWith("/assets/");
    context.response().putHeader("Cache-Control", hashed ? FOREVER : "no-cache");
    if (hashed && takesBrotli(context) && Pages.class.getResource("/web" + path + BROTLI) != null) {
      String type =
          path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
      context
          .response()
          .putHeader("Content-Type", type)
          .putHeader("Content-Encoding", "br")
          .putHeader("Vary", "accept-encoding")
          .sendFile("web" + path + BROTLI)
          .onFailure(context::fail);
      return;
    }
    context.next();
  }

  private static boolean takesBrotli(RoutingContext context) {
    return context.request().method() == HttpMethod.GET
        && context.parsedHeaders().acceptEncoding().stream()
            .anyMatch(accepted -> accepted.value().equals("br") && accepted.weight() > 0);
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
