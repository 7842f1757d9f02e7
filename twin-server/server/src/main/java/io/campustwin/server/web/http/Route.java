package io.campustwin.server.web.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of the table of routes.
 *
 * @param path below /api/v1, in the form of OpenAPI: {@code /points/{id}}
 * @param queries names of the query parameters; any other is refused
 * @param hasBody true if a JSON object is expected
 * @param open true if the token is not looked at, so that an ended session is no hindrance
 */
public record Route(
    HttpMethod method,
    String path,
    Set<String> queries,
    boolean hasBody,
    boolean open,
    Endpoint endpoint) {
  /** A read that needs no waiting. */
  public static Route get(String path, Set<String> queries, Function<Request, Reply> endpoint) {
    return getLater(path, queries, request -> Future.succeededFuture(endpoint.apply(request)));
  }

  /** A read that waits for storage. */
  public static Route getLater(String path, Set<String> queries, Endpoint endpoint) {
    return new Route(HttpMethod.GET, path, queries, false, false, endpoint);
  }

  public static Route post(String path, Endpoint endpoint) {
    return new Route(HttpMethod.POST, path, Set.of(), true, false, endpoint);
  }

  public static Route patch(String path, Endpoint endpoint) {
    return new Route(HttpMethod.PATCH, path, Set.of(), true, false, endpoint);
  }

  public static Route delete(String path, Endpoint endpoint) {
    return new Route(HttpMethod.DELETE, path, Set.of(), false, false, endpoint);
  }

  /** A POST for whoever comes, with or without a good token. */
  public static Route open(String path, Endpoint endpoint) {
    return new Route(HttpMethod.POST, path, Set.of(), true, true, endpoint);
  }
}
