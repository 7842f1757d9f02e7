package io.campustwin.server.boptest;

/** A request that cannot be carried out for a reason its client can mend; nothing of it was applied. */
final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  /** Answers 400. */
  BadCall(String zh, String en) {
    this(400, zh, en);
  }

  BadCall(int status, String zh, String en) {
    super(en + " / " + zh);
    this.status = status;
  }

  Answer answer() {
    return new Answer(status, String.valueOf(getMessage()), null);
  }
}
