package io.campustwin.server.storage;

import java.util.Set;

/**
 * A local account.
 *
 * @param key pseudonym that stands for the person everywhere but here, such as {@code u:7f3a09c1d2e4b586}; empty until
 *     the store has given one
 * @param name 2 to 32 of {@code a-z 0-9 . _ -}
 * @param role word of a role: operator, engineer, evaluator, admin
 * @param buildings ids of the buildings it may act in; empty for the whole campus
 * @param mustChange true until the initial password is changed; the web page insists on it
 * @param created epoch ms
 * @param changed epoch ms of the last change of password, role, buildings or the disabled mark, set by the store's
 *     caller through {@code now}; sessions begun before it are void
 */
public record User(
    String key,
    String name,
    String role,
    Set<String> buildings,
    boolean mustChange,
    boolean disabled,
    long created,
    long changed) {
  public User {
    buildings = Set.copyOf(buildings);
  }

  /** One that the store does not know yet. */
  public User(
      String name,
      String role,
      Set<String> buildings,
      boolean mustChange,
      boolean disabled,
      long created,
      long changed) {
    this("", name, role, buildings, mustChange, disabled, created, changed);
  }
}
