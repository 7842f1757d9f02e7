package io.campustwin.codec.tree;

/** A text that cannot become a tree; caught at the readers' doors. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  Broken(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
