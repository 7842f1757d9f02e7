package io.campustwin.simulator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.simulator.thermal.RoomHeat.Drive;
import io.campustwin.simulator.thermal.RoomHeat.State;
import org.junit.jupiter.api.Test;

/** The 5R1C room against its own algebra. */
class RoomHeatTest {
  private static final RoomHeat ROOM = RoomHeat.of(63, 230, 40, 25);

  private static State run(Drive drive, double step, int count) {
    State state = new State(20, 20, 20);
    for (int i = 0; i < count; i++) {
      state = ROOM.step(state, drive, step);
    }
    return state;
  }

  @Test
  void a1_isAtOutdoorTemperatureWithoutGains() {
    State steady = run(new Drive(5, 60, 5, 0, 0, 0), 3600, 2000);
    assertThat(steady.air()).isCloseTo(5, within(1e-6));
    assertThat(steady.massNode()).isCloseTo(5, within(1e-6));
  }

  @Test
  void a2_balancesHeatInSteadyState() {
    State steady = run(new Drive(0, 60, 0, 0, 0, 2000), 3600, 3000);
    double lost =
        60 * steady.air() + ROOM.window() * steady.surface() + ROOM.mass() * steady.massNode();
    assertThat(lost).isCloseTo(2000, within(1e-6));
  }

  @Test
  void a3_doesNotDependOnTheStep() {
    Drive drive = new Drive(-5, 80, -5, 500, 300, 1000);
    assertThat(run(drive, 60, 600).massNode())
        .isCloseTo(run(drive, 3600, 10).massNode(), within(1e-9));
  }

  @Test
  void a4_staysBoundedOverAVeryLongStep() {
    State state = run(new Drive(30, 40, 30, 800, 2000, 0), 1e9, 3);
    assertThat(state.air()).isBetween(30.0, 120.0);
  }

  @Test
  void b1_controllerClosesWhenWarmAndNeverWindsUp() {
    FanCoil control = FanCoil.CLOSED;
    for (int i = 0; i < 1000; i++) {
      control = control.step(8, 60);
    }
    assertThat(control.valve()).isEqualTo(1);
    for (int i = 0; i < 45; i++) {
      control = control.step(-2, 60);
    }
    assertThat(control.valve()).isZero();
  }

  @Test
  void c1_chillerMeetsItsTwoPublishedPoints() {
    assertThat(Chiller.performance(25)).isCloseTo(4.74, within(1e-9));
    assertThat(Chiller.performance(35)).isCloseTo(3.83, within(1e-9));
  }
}
