package io.campustwin.server.web.http;

import io.vertx.core.Future;

/**
 * Carries out one request on the event loop, without blocking. A {@link Refusal}, thrown or as the future's failure,
 * becomes a problem document.
 */
@FunctionalInterface
public interface Endpoint {
  Future<Reply> handle(Request request);
}
