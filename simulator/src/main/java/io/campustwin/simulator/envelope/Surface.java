package io.campustwin.simulator.envelope;

/**
 * One surface of a room.
 *
 * @param id for messages
 * @param pose how it lies
 * @param area m²
 * @param skin what it is made of; glazing must face the weather
 * @param behind what is on its other side
 */
public record Surface(String id, Pose pose, double area, Skin skin, Behind behind) {
  /** How a surface lies, seen from its room. */
  public enum Pose {
    WALL,
    FLOOR,
    CEILING
  }

  /** What a surface has behind it. */
  public sealed interface Behind {
    /**
     * The weather, sun and sky included.
     *
     * @param index into the facades of the plan
     */
    record Weather(int index) implements Behind {}

    /** Outdoor air without sun, sky and wind. */
    record Shelter() implements Behind {}

    /** Nothing: the same room, or one of equal temperature. */
    record Insulated() implements Behind {}
  }
}
