package io.campustwin.simulator.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.simulator.fire.FireController.Action;
import org.junit.jupiter.api.Test;

/** When the certified controller acts. */
class FireControllerTest {
  private final FireController controller = new FireController(FireController.Rule.USUAL);

  @Test
  void a1_oneDetectorIsAnAlarmOnlyHoweverOftenItSpeaks() {
    controller.detector("D1", 0);
    controller.detector("D1", 5_000);
    assertThat(controller.isAlarm()).isTrue();
    assertThat(controller.runs(Action.SOUNDER, 60_000)).isFalse();
  }

  @Test
  void a2_twoDetectorsStartEachActionAfterItsDelay() {
    controller.detector("D1", 0);
    controller.detector("D2", 10_000);
    assertThat(controller.runs(Action.SOUNDER, 10_999)).isFalse();
    assertThat(controller.runs(Action.SOUNDER, 11_000)).isTrue();
    assertThat(controller.runs(Action.EXHAUST, 15_000)).isFalse();
    assertThat(controller.runs(Action.EXHAUST, 19_000)).isTrue();
  }

  @Test
  void a3_detectorAndCallPointActToo() {
    controller.callPoint("C1", 0);
    assertThat(controller.fired()).isNegative();
    controller.detector("D1", 4_000);
    assertThat(controller.fired()).isEqualTo(4_000);
  }

  @Test
  void a4_holdsUntilReset() {
    controller.detector("D1", 0);
    controller.detector("D2", 0);
    assertThat(controller.runs(Action.DOOR, 3_600_000)).isTrue();
    controller.reset();
    assertThat(controller.runs(Action.DOOR, 3_600_000)).isFalse();
    assertThat(controller.isAlarm()).isFalse();
  }

  @Test
  void a5_burstsAndMessagesTakeTurnsFromTheFirstSounderOn() {
    controller.detector("D1", 0);
    controller.detector("D2", 0);
    assertThat(controller.isBurst(999)).isFalse();
    assertThat(controller.isBurst(1_000)).isTrue();
    assertThat(controller.isBurst(12_999)).isTrue();
    assertThat(controller.isBurst(13_000)).isFalse();
    assertThat(controller.isBurst(32_999)).isFalse();
    assertThat(controller.isBurst(33_000)).isTrue();
    controller.reset();
    assertThat(controller.isBurst(33_000)).isFalse();
  }

  @Test
  void a6_aLiftGoesToItsRecallLevelOpensAndStaysUntilReleased() {
    Lift lift = new Lift(1);
    lift.serve(4);
    lift.recall(1_000);
    lift.recall(5_000);
    assertThat(lift.level(3_499)).isEqualTo(4);
    assertThat(lift.level(3_500)).isEqualTo(3);
    assertThat(lift.level(60_000)).isEqualTo(1);
    assertThat(lift.state(11_499)).isEqualTo(Lift.State.RECALLING);
    assertThat(lift.state(11_500)).isEqualTo(Lift.State.RECALLED);
    lift.serve(2);
    assertThat(lift.state(60_000)).isEqualTo(Lift.State.NORMAL);
    assertThat(lift.level(60_000)).isEqualTo(2);
    lift.serve(-1);
    lift.recall(0);
    assertThat(lift.level(5_000)).isEqualTo(1);
  }
}
