package io.campustwin.engine.start;

/**
 * How much earlier than its time an entry may be commanded, so that the room is ready by then.
 *
 * @param fixed ms, while nothing is learned of the room
 * @param most ms, in any case
 */
public record Lead(long fixed, long most) {
  /** The entry is commanded at its time. */
  public static final Lead NONE = new Lead(0, 0);
}
