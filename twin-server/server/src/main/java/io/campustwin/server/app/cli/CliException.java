package io.campustwin.server.app.cli;

import io.campustwin.place.Name;

/** A command that cannot go on for a reason its user can mend; one line in the user's language, no stack trace. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A check said no. */
  public static final int CHECK_FAILED = 1;

  /** Bad arguments or input. */
  public static final int BAD_INPUT = 2;

  /** A fault of ours. */
  public static final int OUR_FAULT = 3;

  private final int exitCode;
  private final String zh;
  private final String en;

  private CliException(int exitCode, String zh, String en) {
    super(en);
    this.exitCode = exitCode;
    this.zh = zh;
    this.en = en;
  }

  /** Exit code 2. */
  public static CliException badInput(String zh, String en) {
    return new CliException(BAD_INPUT, zh, en);
  }

  /** Exit code 3, for what went wrong on our side though the input was right. */
  public static CliException fault(String zh, String en) {
    return new CliException(OUR_FAULT, zh, en);
  }

  public int exitCode() {
    return exitCode;
  }

  public Name message() {
    return new Name(zh, en);
  }
}
