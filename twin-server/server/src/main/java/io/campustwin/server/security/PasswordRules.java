package io.campustwin.server.security;

import java.security.SecureRandom;
import java.util.Locale;

/** What a password must be, and how the first one is made. Source: NIST SP 800-63B (length over composition). */
public final class PasswordRules {
  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  public static final int SHORTEST = 10;
  public static final int LONGEST = 128;

  private PasswordRules() {}

  /** True if the password is long enough, not made of one sign, and does not hold the account's name. */
  public static boolean isAcceptable(String user, String password) {
    return password.length() >= SHORTEST
        && password.length() <= LONGEST
        && password.chars().distinct().count() >= 5
        && !password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT));
  }

  /** 16 random signs, some 92 bits. */
  public static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
