package io.campustwin.server.storage;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A salted slow hash of a password: PBKDF2 with HMAC-SHA-512 of the JDK, cost as recommended by OWASP's password
 * storage cheat sheet. Kept as {@code pbkdf2-sha512$<rounds>$<salt>$<hash>} (Base64), so that the cost can be raised
 * without losing old accounts.
 */
final class PasswordHash {
  static final int ROUNDS = 210_000;
  private static final String NAME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(char[] password) {
    return of(password, ROUNDS);
  }

  static PasswordHash of(char[] password, int rounds) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(rounds, salt, derive(password, rounds, salt, HASH_BYTES));
  }

  /** A hash that no password has, and that costs as much to check as any other. */
  static PasswordHash nobody() {
    return new PasswordHash(ROUNDS, new byte[SALT_BYTES], new byte[HASH_BYTES]);
  }

  /**
   * @throws IllegalArgumentException if {@code text} is not such a hash
   */
  static PasswordHash parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalArgumentException("not a password hash of a known kind");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
  }

  /** Compares in constant time. */
  boolean matches(char[] password) {
    return MessageDigest.isEqual(hash, derive(password, rounds, salt, hash.length));
  }

  /** True if it was made at a lower cost than today's. */
  boolean isWeak() {
    return rounds < ROUNDS;
  }

  @Override
  public String toString() {
    Base64.Encoder encoder = Base64.getEncoder();
    return String.join(
        "$",
        NAME,
        Integer.toString(rounds),
        encoder.encodeToString(salt),
        encoder.encodeToString(hash));
  }

  private static byte[] derive(char[] password, int rounds, byte[] salt, int bytes) {
    char[] copy = Arrays.copyOf(password, password.length);
    PBEKeySpec spec = new PBEKeySpec(copy, salt, rounds, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(spec)
          .getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA512", missing);
    } finally {
      spec.clearPassword();
      Arrays.fill(copy, '\0');
    }
  }
}
