package io.campustwin.server.security;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name what journal, history, audit and jobs know the asker by: the pseudonymous key of the account such as
 *     {@code u:7f3a09c1d2e4b586}, {@code visitor} without a token
 * @param buildings ids it is limited to; empty for the whole campus
 * @param mustChange true while it still has its initial password
 * @param login the account's name, which is never written anywhere but into the table of accounts
 */
public record Principal(
    String name, Role role, Set<String> buildings, boolean mustChange, String login) {
  public static final Principal VISITOR = new Principal("visitor", Role.VISITOR, Set.of(), false);

  public Principal {
    buildings = Set.copyOf(buildings);
  }

  /** One who stands for no person: known by its name. */
  public Principal(String name, Role role, Set<String> buildings, boolean mustChange) {
    this(name, role, buildings, mustChange, name);
  }

  public boolean isVisitor() {
    return role == Role.VISITOR;
  }
}
