package io.campustwin.simulator.matrix;

/**
 * What came of one effect on one target, the worst of all firings that meant it.
 *
 * @param cause what was triggered, point ids with commas
 * @param by {@code controller} or {@code platform}
 * @param seconds from cause to confirmation, negative if it was never confirmed
 * @param limit s
 * @param outcome {@code confirmed}, {@code late}, {@code failed} or {@code missing}
 * @param reason empty if confirmed
 */
public record Exercised(
    String linkage,
    String place,
    String cause,
    String effect,
    String target,
    String by,
    double seconds,
    double limit,
    String outcome,
    String reason) {
  public boolean isConfirmed() {
    return outcome.equals("confirmed");
  }

  String key() {
    return linkage + "\n" + place + "\n" + effect + "\n" + target;
  }

  /** Of two the one that is not confirmed, else the slower one. */
  Exercised worse(Exercised other) {
    if (isConfirmed() != other.isConfirmed()) {
      return isConfirmed() ? other : this;
    }
    return other.seconds > seconds ? other : this;
  }
}
