package io.campustwin.simulator.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.place.Campus;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.smoke.Growth;
import org.junit.jupiter.api.Test;

/** Fires in the little school: who senses them when, where the smoke goes, and what cannot burn. */
class FireSceneTest {
  private static final Campus CAMPUS = LittleSchool.model().campus();

  private static int space(String id) {
    for (int s = 0; s < CAMPUS.spaces().size(); s++) {
      if (CAMPUS.spaces().get(s).id().equals(id)) {
        return s;
      }
    }
    throw new AssertionError(id);
  }

  private static FireScene burning(Growth growth) {
    FireScene scene = new FireScene(CAMPUS, new int[CAMPUS.spaces().size()]);
    scene.ignite("A101", growth);
    return scene;
  }

  private static int seconds(Growth growth, String where, double aside) {
    FireScene scene = burning(growth);
    var middle = CAMPUS.spaces().get(space(where)).polygon().getCentroid();
    SmokeHead head = new SmokeHead(space(where), middle.getX() + aside, middle.getY());
    int time = 0;
    while (!head.isAlarm() && time < 1800) {
      scene.step(1);
      head.step(scene, 1);
      time++;
    }
    return time;
  }

  @Test
  void a1_aNearDetectorAnswersBeforeAFarOneAndAFastFireBeforeASlowOne() {
    int near = seconds(Growth.FAST, "A101", 1);
    assertThat(near).isBetween(5, 60).isLessThanOrEqualTo(seconds(Growth.FAST, "A101", 4));
    assertThat(seconds(Growth.SLOW, "A101", 1)).isGreaterThan(near);
    assertThat(seconds(Growth.ULTRAFAST, "A101", 1)).isLessThan(near);
  }

  @Test
  void a2_smokeFillsTheRoomBeforeItReachesTheCorridor() {
    int corridor = seconds(Growth.FAST, "A1-COR", 0);
    assertThat(corridor).isBetween(40, 240).isGreaterThan(seconds(Growth.FAST, "A101", 1));
  }

  @Test
  void a3_peopleInTheRoomStandInSmokeThatHarmsThem() {
    FireScene scene = burning(Growth.FAST);
    assertThat(scene.breath(space("A101")).extinction()).isZero();
    scene.step(240);
    assertThat(scene.clear(space("A101"))).isLessThan(FireScene.HEAD);
    assertThat(scene.breath(space("A101")).extinction()).isPositive();
    assertThat(scene.breath(space("A101")).dosePerSecond()).isPositive();
  }

  @Test
  void b1_whatCannotBurnIsNamedInBothLanguages() {
    FireScene scene = new FireScene(CAMPUS, new int[CAMPUS.spaces().size()]);
    assertThatThrownBy(() -> scene.ignite("A999", Growth.FAST))
        .isInstanceOfSatisfying(BadFire.class, bad -> {
          assertThat(bad.code()).isEqualTo(BadFire.Code.UNKNOWN_ROOM);
          assertThat(bad.reason().zh()).contains("A999");
          assertThat(bad.reason().en()).contains("A999");
        });
  }
}
