package io.campustwin.simulator.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Directions that daylight must take; figures stand in validate campus. */
class RoomLightTest {
  private static final RoomLight.Room ROOM = new RoomLight.Room(63, 228, 13, 1);

  @Test
  void a1_moreGlassMoreLightAndNeighboursTakeSomeAway() {
    double usual = RoomLight.desks(ROOM);
    assertThat(RoomLight.desks(new RoomLight.Room(63, 228, 6, 1))).isLessThan(usual);
    assertThat(RoomLight.desks(new RoomLight.Room(63, 228, 13, 0.5)))
        .isBetween(0.4 * usual, 0.8 * usual);
    assertThat(RoomLight.desks(new RoomLight.Room(63, 228, 0, 1))).isZero();
    assertThat(RoomLight.board(ROOM)).isBetween(RoomLight.inner(ROOM), usual);
  }

  @Test
  void b1_impossibleRoomsAreNamed() {
    assertThatThrownBy(() -> new RoomLight.Room(0, 228, 13, 1))
        .hasMessageContaining("0.0 m² floor");
  }
}
