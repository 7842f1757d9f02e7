package io.campustwin.server.app;

/** Shows per cent on a terminal, and nothing in a pipe. */
final class Progress {
  private final String what;
  private final boolean shown;

  private Progress(String what, boolean shown) {
    this.what = what;
    this.shown = shown;
  }

  static Progress of(String what) {
    return new Progress(what, System.console() != null);
  }

  void show(int percent) {
    if (shown) {
      System.err.print("\r" + what + " " + percent + " %");
    }
  }

  void end() {
    if (shown) {
      System.err.print("\r\u001b[K");
    }
  }
}
