package io.campustwin.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.LittleSchool;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The queue network over a campus: nobody lost, doors limit the flow, blocked ways are left. */
class ExodusTest {
  private static final CampusModel MODEL = LittleSchool.model();

  private static int space(String id) {
    for (int i = 0; i < MODEL.campus().spaces().size(); i++) {
      if (MODEL.campus().spaces().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new AssertionError(id);
  }

  private static Exodus exodus(CampusModel model, Set<String> blocked) {
    return new Exodus(model.campus(), Exodus.plan(model.campus()), blocked);
  }

  private static int secondsToEmpty(Exodus evacuation, int persons) {
    for (int second = 1; second < 3600; second++) {
      evacuation.step();
      if (evacuation.assembled() == persons) {
        return second;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void a1_everybodyGetsOut() {
    Exodus evacuation = exodus(MODEL, Set.of());
    for (int level = 1; level <= 2; level++) {
      for (int room = 1; room <= 4; room++) {
        evacuation.start(space("A" + level + "0" + room), 45);
      }
    }
    assertThat(secondsToEmpty(evacuation, 360)).isBetween(60, 400);
  }

  @Test
  void a2_aOneMetreDoorLetsAtMost133PersonsThroughInAHundredSeconds() {
    Exodus evacuation = exodus(MODEL, Set.of());
    evacuation.start(space("A101"), 500);
    int seconds = secondsToEmpty(evacuation, 500);
    assertThat(seconds).isBetween(370, 420);
  }

  @Test
  void b1_aBlockedExitMakesItSlowerButNobodyStays() {
    Exodus free = exodus(MODEL, Set.of());
    Exodus blocked = exodus(MODEL, Set.of("P-EXIT2"));
    free.start(space("A101"), 45);
    blocked.start(space("A101"), 45);
    assertThat(secondsToEmpty(blocked, 45)).isGreaterThan(secondsToEmpty(free, 45));
  }

  @Test
  void b2_withoutAWayOutPeopleStayInside() {
    Exodus evacuation = exodus(MODEL, Set.of("P-A101"));
    evacuation.start(space("A101"), 45);
    assertThat(evacuation.hasWayOut(space("A101"))).isFalse();
    assertThat(secondsToEmpty(evacuation, 45)).isEqualTo(Integer.MAX_VALUE);
    assertThat(evacuation.inside(space("A101"))).isEqualTo(45);
  }

  @Test
  void c1_withTheExitBelowOneStairBlockedPeopleStillUseBothStairs() {
    CampusModel demo = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    int free = emptyClassrooms(demo, Set.of());
    assertThat(emptyClassrooms(demo, Set.of("A1-EX4"))).isBetween(free, free * 11 / 10);
  }

  private static int emptyClassrooms(CampusModel demo, Set<String> blocked) {
    Exodus evacuation = exodus(demo, blocked);
    int persons = 0;
    List<Space> spaces = demo.campus().spaces();
    for (int s = 0; s < spaces.size(); s++) {
      Space space = spaces.get(s);
      if (space.kind() == SpaceKind.CLASSROOM && "A".equals(space.building())) {
        evacuation.start(s, space.capacity());
        persons += space.capacity();
      }
    }
    return secondsToEmpty(evacuation, persons);
  }
}
