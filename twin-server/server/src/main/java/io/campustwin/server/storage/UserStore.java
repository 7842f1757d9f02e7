package io.campustwin.server.storage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Accounts. Passwords are kept as a salted slow hash only, in one string that names its algorithm and cost. Any
 * thread, and a second process on the same data folder; a check takes some 100 ms of CPU on purpose, so never on an
 * event loop.
 */
public interface UserStore {
  Optional<User> find(String name) throws IOException;

  /**
   * The key of a person by login name, given now if there is none yet: also for those without an account, such as who
   * uses the command line ({@code os:<name>}).
   */
  String keyOf(String name) throws IOException;

  /** Every person that is not erased: name by key. */
  Map<String, String> listPeople() throws IOException;

  /**
   * Forgets a person: account, name and password go, and no byte of them stays in the file or its log. The key stays
   * without a name, so that journal and audit remain whole.
   *
   * @return false if there is no such person
   */
  boolean erase(String name, long now) throws IOException;

  /** All accounts by name. */
  List<User> list() throws IOException;

  /**
   * Adds an account as given.
   *
   * @return false if the name is taken
   */
  boolean create(User user, char[] password) throws IOException;

  /**
   * True if the account exists, is not disabled and this is its password. Takes as long for an unknown name as for a
   * known one.
   */
  boolean verify(String name, char[] password) throws IOException;

  /**
   * Sets a new password.
   *
   * @param mustChange what the account is marked with from now on
   * @param now epoch ms, becomes {@link User#changed()}
   * @return false if there is no such account
   */
  boolean changePassword(String name, char[] password, boolean mustChange, long now)
      throws IOException;

  /** Replaces everything of the account but its password and {@code created}; false if there is none of this name. */
  boolean update(User user) throws IOException;
}
