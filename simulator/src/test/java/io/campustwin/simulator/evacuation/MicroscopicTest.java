package io.campustwin.simulator.evacuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.evacuation.Microscopic.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** People one by one: the same bits again, also after a save; bad plans refused; the network agrees. */
class MicroscopicTest {
  private static Floorplan hall() {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int hall = drawing.room("hall", 0, FloorplanBuilder.box(0, 0, 10, 10));
    int lobby = drawing.room("lobby", 0, FloorplanBuilder.box(10, 0, 16, 10));
    drawing.door("inner", hall, lobby, 10, 4, 10, 5.2);
    drawing.door("out", lobby, Floorplan.OUTSIDE, 12, 0, 13, 0);
    return drawing.build();
  }

  private static Microscopic run(Mode mode) {
    Floorplan plan = hall();
    Population population = new Population(plan, 7);
    List<Person> persons = population.aged(population.spread(0, 80, Gait.PUPIL), 12, 3);
    return new Microscopic(plan, persons, new Settings(mode, 0, true));
  }

  private static List<Double> ends(Microscopic run) {
    run.run(600);
    List<Double> left = new ArrayList<>();
    for (int i = 0; i < run.persons(); i++) {
      left.add(run.left(i));
    }
    return left;
  }

  @Test
  void a1_theSamePersonsLeaveAtTheSameTimesAgain() {
    Microscopic run = run(Mode.REALISTIC);
    List<Double> left = ends(run);
    assertThat(left).doesNotContain(Double.NaN).isEqualTo(ends(run(Mode.REALISTIC)));
    assertThat(run.log().passes(1)).hasSize(80);
    assertThat(run.log().positions(3)).hasSize(240);
  }

  @Test
  void a2_aRunSavedInTheMiddleEndsTheSame() {
    Microscopic run = run(Mode.REGULATORY);
    run.run(17);
    Microscopic.State middle = run.save();
    List<Double> left = ends(run);
    double[] passes = run.log().passes(1);
    Microscopic other = run(Mode.REGULATORY);
    other.restore(middle);
    assertThat(ends(other)).isEqualTo(left);
    assertThat(other.log().passes(1)).isEqualTo(passes);
    assertThat(other.log().queue(1)).isEqualTo(run.log().queue(1));
  }

  @Test
  void b1_aRoomWithoutAWayOutIsNamed() {
    FloorplanBuilder drawing = new FloorplanBuilder();
    drawing.room("cell", 0, FloorplanBuilder.box(0, 0, 4, 4));
    Floorplan plan = drawing.build();
    List<Person> one = List.of(Person.at(0, 2, 2, Gait.PUPIL));
    BadPlan fault = catchThrowableOfType(
        BadPlan.class, () -> new Microscopic(plan, one, Settings.of(Mode.REALISTIC)).step());
    assertThat(fault.code()).isEqualTo(BadPlan.Code.UNREACHABLE_EXIT);
    assertThat(fault.id()).isEqualTo("cell");
    assertThat(fault.reason().zh()).contains("cell");
  }

  @Test
  void b2_aPersonInNoRoomAndADoorTooNarrowAreRefused() {
    Floorplan plan = hall();
    List<Person> lost = List.of(Person.at(0, 40, 2, Gait.PUPIL));
    BadPlan outside = catchThrowableOfType(
        BadPlan.class, () -> new Microscopic(plan, lost, Settings.of(Mode.REALISTIC)));
    assertThat(outside.code()).isEqualTo(BadPlan.Code.OUTSIDE_ROOMS);
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, FloorplanBuilder.box(0, 0, 4, 4));
    BadPlan narrow = catchThrowableOfType(
        BadPlan.class, () -> drawing.door("slit", room, Floorplan.OUTSIDE, 1, 0, 1.3, 0));
    assertThat(narrow.code()).isEqualTo(BadPlan.Code.NARROW_DOOR);
    assertThat(narrow.reason().en()).contains("slit").contains("0.30");
  }

  @Test
  void c1_onTheDemoSchoolTheTwoModelsAgreeWithin15Percent() {
    CampusModel model = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    Drill.Result queues = Drill.queues(model, "A", Mode.REGULATORY, 7);
    Drill.Result single = Drill.run(model, "A", Mode.REGULATORY, 7);
    assertThat(single.out()).isEqualTo(single.persons()).isEqualTo(queues.out());
    assertThat(queues.seconds() / single.seconds()).isBetween(0.85, 1.15);
    assertThat(single.storeys().get("A-4")).isLessThan(single.storeys().get("A-1"));
  }
}
