package io.campustwin.engine.bytes;

/** Bytes that are not what they claim to be: damaged, cut short, or of a version this program does not know. */
public final class BadBytes extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadBytes(String message) {
    super(message);
  }
}
