package io.campustwin.server.app.cli;

/** Shows per cent on a terminal, and nothing in a pipe. */
public final class Progress {
  private final String what;
  private final boolean shown;

  private Progress(String what, boolean shown) {
    this.what = what;
    this.shown = shown;
  }

  /** For a piece of work with a name. */
  public static Progress of(String what) {
    return new Progress(what, System.console() != null);
  }

  public void show(int percent) {
    if (shown) {
      System.err.print("\r" + what + " " + percent + " %");
    }
  }

  /** Clears the line. */
  public void end() {
    if (shown) {
      System.err.print("\r\u001b[K");
    }
  }
}
