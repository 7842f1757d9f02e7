package io.campustwin.simulator.world;

import io.campustwin.simulator.smoke.Growth;

/** Something that happens on the campus, not done by the platform. */
public sealed interface Happening {
  /** A fire starts in the middle of a space. */
  record Fire(String space, Growth growth) implements Happening {}

  /** Test aerosol is blown into a smoke detector, as maintenance does. */
  record Aerosol(String detector) implements Happening {}

  /** Somebody presses a fire call point or a panic button. */
  record Press(String equipment) implements Happening {}

  /** Somebody enters an intrusion zone or climbs a perimeter segment. */
  record Intrude(String equipment) implements Happening {}

  /** A passage cannot be used any more. */
  record Block(String passage) implements Happening {}

  /** Fires are out, detectors and controllers are reset by hand, buttons pulled out. */
  record Reset() implements Happening {}
}
