package io.campustwin.server.boptest;

import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only programs of this machine: the peer and the name it used must be loopback, and so must the page a browser
 * comes from. The name is what a rebound DNS entry of a foreign page cannot forge.
 */
final class Gate {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private Gate() {}

  static void pass(RoutingContext context) {
    String peer = context.request().remoteAddress().hostAddress();
    boolean here = peer != null && (peer.startsWith("127.") || peer.matches("(0+:){7}0*1|::1"));
    String origin = context.request().getHeader("Origin");
    if (here && isHost(context.request().authority()) && isOrigin(origin)) {
      context.next();
    } else {
      BoptestRoutes.send(
          context,
          new Answer(
              403, "only for programs of this machine, at 127.0.0.1 / 仅限本机程序以 127.0.0.1 访问", null));
    }
  }

  /** By whatever version of HTTP the name came. */
  private static boolean isHost(@Nullable HostAndPort name) {
    return name != null && NAMES.contains(name.host());
  }

  private static boolean isOrigin(@Nullable String origin) {
    if (origin == null) {
      return true;
    }
    try {
      String host = URI.create(origin).getHost();
      return host != null && NAMES.contains(host);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
