package io.campustwin.server.web;

import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Session;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.web.http.Refusals;
import io.vertx.ext.web.RoutingContext;

/** The token of a request and who it stands for. */
final class Bearer {
  private static final String SCHEME = "Bearer ";

  private Bearer() {}

  /** Empty without an Authorization header; refuses one of another scheme. */
  static String token(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    if (header == null || header.isBlank()) {
      return "";
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Refusals.badSession();
    }
    return header.substring(SCHEME.length()).trim();
  }

  /** A visitor for the empty token; refuses a token whose session is over. */
  static Principal principal(String token, Sessions sessions) {
    return token.isEmpty()
        ? Principal.VISITOR
        : sessions.find(token).map(Session::principal).orElseThrow(Refusals::badSession);
  }
}
