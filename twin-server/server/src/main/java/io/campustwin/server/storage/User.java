package io.campustwin.server.storage;

import java.util.Set;

/**
 * A local account.
 *
 * @param name 2 to 32 of {@code a-z 0-9 . _ -}
 * @param role word of a role: operator, engineer, evaluator, admin
 * @param buildings ids of the buildings it may act in; empty for the whole campus
 * @param mustChange true until the initial password is changed; nothing else is allowed before
 * @param created epoch ms
 */
public record User(
    String name,
    String role,
    Set<String> buildings,
    boolean mustChange,
    boolean disabled,
    long created) {}
