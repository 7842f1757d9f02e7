package io.campustwin.server.security;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name of the account, {@code visitor} without a token
 * @param buildings ids it is limited to; empty for the whole campus
 * @param mustChange true while it still has its initial password
 */
public record Principal(String name, Role role, Set<String> buildings, boolean mustChange) {
  public static final Principal VISITOR = new Principal("visitor", Role.VISITOR, Set.of(), false);

  public Principal {
    buildings = Set.copyOf(buildings);
  }

  public boolean isVisitor() {
    return role == Role.VISITOR;
  }
}
