package io.campustwin.server.security;

/** What the check says. Everything but GRANTED is a no, with its reason. */
public enum Verdict {
  GRANTED,
  /** Not for visitors: sign in. */
  SIGN_IN,
  /** The role has no such right. */
  ROLE,
  /** The account is limited to other buildings. */
  PLACE,
  /** The level is stronger than the role may write. */
  PRIORITY;

  public boolean isGranted() {
    return this == GRANTED;
  }
}
