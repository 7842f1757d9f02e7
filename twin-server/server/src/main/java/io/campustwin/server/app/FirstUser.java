package io.campustwin.server.app;

import io.campustwin.server.security.PasswordRules;
import io.campustwin.server.storage.Storage;
import io.campustwin.server.storage.User;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The account that a fresh data folder begins with. */
final class FirstUser {
  static final String NAME = "admin";

  private FirstUser() {}

  /** Adds the administrator if there is no account at all; its random password, to be shown once. */
  static Optional<String> ensure(Storage storage, long now) throws IOException {
    if (!storage.users().list().isEmpty()) {
      return Optional.empty();
    }
    String password = PasswordRules.random();
    User admin = new User(NAME, "admin", Set.of(), true, false, now, now);
    storage.users().create(admin, password.toCharArray());
    String key = storage.users().keyOf(NAME);
    storage.audit().append(now, "system", "user-create", key, "ok", "first start");
    return Optional.of(password);
  }
}
