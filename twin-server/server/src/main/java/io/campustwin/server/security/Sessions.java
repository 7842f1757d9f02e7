package io.campustwin.server.security;

import io.campustwin.server.storage.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Sign-ins, in memory: a restart ends them all. A token is 256 random bits; only its SHA-256 is kept. A session ends
 * after {@code idle} without use, after {@code longest} in any case, and when its account changes.
 */
public final class Sessions {
  private static final int MOST = 10_000;

  private final LongSupplier clock;
  private final long idle;
  private final long longest;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> byHash = new ConcurrentHashMap<>();

  /**
   * @param idle ms
   * @param longest ms
   */
  public Sessions(LongSupplier clock, long idle, long longest) {
    this.clock = clock;
    this.idle = idle;
    this.longest = longest;
  }

  /** Begins a session and returns its token, which is nowhere kept. */
  public String begin(Principal principal) {
    long now = clock.getAsLong();
    if (byHash.size() >= MOST) {
      byHash.values().removeIf(session -> session.expires() <= now);
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byHash.put(hash(token), new Session(principal, now, now + Math.min(idle, longest)));
    return token;
  }

  /** The session of a token, with its end moved on; empty if there is none or it has ended. */
  public Optional<Session> find(String token) {
    long now = clock.getAsLong();
    Session moved = byHash.computeIfPresent(
        hash(token),
        (key, session) -> session.expires() <= now
            ? null
            : new Session(
                session.principal(),
                session.begun(),
                Math.min(now + idle, session.begun() + longest)));
    return Optional.ofNullable(moved);
  }

  /** Whether a token's session is still good; does not move its end. */
  public boolean isGood(String token) {
    Session session = byHash.get(hash(token));
    return session != null && session.expires() > clock.getAsLong();
  }

  /** True if nobody is signed in. */
  public boolean isEmpty() {
    return byHash.isEmpty();
  }

  /** Ends one session. */
  public void end(String token) {
    byHash.remove(hash(token));
  }

  /** Ends every session of an account, given by its key. */
  public void endAll(String user) {
    byHash.values().removeIf(session -> session.principal().name().equals(user));
  }

  /** Ends the sessions of accounts that are gone, and the outdated ones of those that are left. */
  public void keepOnly(List<User> users) {
    Set<String> keys = users.stream().map(User::key).collect(Collectors.toSet());
    byHash.values().removeIf(session -> !keys.contains(session.principal().name()));
    users.forEach(this::endOutdated);
  }

  /** Ends the sessions that began before their account's last change, or whose account is disabled. */
  public void endOutdated(User user) {
    byHash
        .values()
        .removeIf(session -> session.principal().login().equals(user.name())
            && (user.disabled() || session.begun() < user.changed()));
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
