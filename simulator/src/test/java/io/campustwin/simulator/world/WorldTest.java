package io.campustwin.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.smoke.Growth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The world as devices show it. */
class WorldTest {
  /** A Wednesday, 10:05 in China: third lesson. */
  private static final long LESSON = Instant.parse("2026-03-11T02:05:00Z").toEpochMilli();

  private static final CampusModel MODEL = LittleSchool.model();
  private final World world = World.of(MODEL, WorldOptions.of(7, LESSON));

  private static FieldWrite write(String id, String point, @Nullable Value value) {
    return new FieldWrite(id, PointId.of(point), value, 8, Long.MAX_VALUE);
  }

  private String shown(String point) {
    return world.find(PointId.of(point)).orElseThrow().toString();
  }

  private void pass(int seconds) {
    world.step(world.now() + seconds * 1000L);
  }

  private Map<PointId, Sample> due() {
    Map<PointId, Sample> samples = new LinkedHashMap<>();
    world.due(world.now(), sample -> samples.put(sample.point(), sample));
    return samples;
  }

  @Test
  void a1_everyPointIsReportedAtFirstAndWithinItsPeriodAfterwards() {
    assertThat(due()).hasSize(MODEL.points().size());
    Map<PointId, Long> last = new LinkedHashMap<>();
    long start = world.now();
    for (int i = 0; i < 130; i++) {
      pass(1);
      world.due(world.now(), sample -> last.put(sample.point(), world.now()));
    }
    for (Point point : MODEL.points()) {
      long silent = world.now() - last.getOrDefault(point.id(), start);
      assertThat(silent)
          .as(point.id().text())
          .isLessThanOrEqualTo(point.template().periodMillis());
    }
  }

  @Test
  void a2_everyValueFitsItsPoint() {
    pass(120);
    for (Point point : MODEL.points()) {
      Value value = world.find(point.id()).orElseThrow();
      switch (point.template().type()) {
        case BOOL -> assertThat(value).isInstanceOf(Value.Bool.class);
        case NUMBER ->
          assertThat(((Value.Num) value).number())
              .as(point.id().text())
              .isBetween(point.template().min(), point.template().max());
        case ENUM -> assertThat(point.template().states()).contains(((Value.Text) value).text());
        case TEXT -> assertThat(value).isInstanceOf(Value.Text.class);
      }
    }
  }

  @Test
  void a3_sameSeedSameWorldAndOtherSeedAnother() {
    World same = World.of(MODEL, WorldOptions.of(7, LESSON));
    World other = World.of(MODEL, WorldOptions.of(8, LESSON));
    assertThat(record(world)).isEqualTo(record(same)).isNotEqualTo(record(other));
  }

  private static List<Sample> record(World world) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      world.step(world.now() + 1000);
      world.due(world.now(), samples::add);
    }
    return samples;
  }

  @Test
  void b1_lightsBurnAndTheirMeterSeesIt() {
    double before = Double.parseDouble(shown("A101-LG1.group.power"));
    double lux = Double.parseDouble(shown("A101-LG1.room.illuminance"));
    due();
    assertThat(world.write("BAC-A1", write("c1", "A101-LG1.group.state", Value.of(true))))
        .isEqualTo(WriteOutcome.ACKNOWLEDGED);
    assertThat(due().get(PointId.of("A101-LG1.group.state")).value()).isEqualTo(Value.of(true));
    pass(1);
    assertThat(Double.parseDouble(shown("A101-LG1.group.power"))).isGreaterThan(before + 100);
    assertThat(Double.parseDouble(shown("A101-LG1.room.illuminance"))).isGreaterThan(lux + 250);
  }

  @Test
  void b2_badWritesAreRefusedAndChangeNothing() {
    assertThat(world
            .write("", write("c1", "A101-LG1.group.level", Value.of(140.0)))
            .kind())
        .isEqualTo(WriteOutcome.Kind.REFUSED);
    assertThat(
            world.write("", write("c2", "A101-LG1.group.state", Value.of("on"))).kind())
        .isEqualTo(WriteOutcome.Kind.REFUSED);
    assertThat(world
            .write("", write("c3", "A101-SD.detector.state", Value.of("alarm")))
            .kind())
        .isEqualTo(WriteOutcome.Kind.REFUSED);
    assertThat(
            world.write("", write("c4", "A999-LG1.group.state", Value.of(true))).kind())
        .isEqualTo(WriteOutcome.Kind.UNKNOWN_POINT);
    assertThat(shown("A101-LG1.group.state")).isEqualTo("false");
  }

  @Test
  void b3_theSameCommandActsOnce() {
    world.write("", write("c1", "A101-LG1.group.state", Value.of(true)));
    world.write("", write("c2", "A101-LG1.group.state", Value.of(false)));
    world.write("", write("c1", "A101-LG1.group.state", Value.of(true)));
    assertThat(shown("A101-LG1.group.state")).isEqualTo("false");
  }

  @Test
  void b4_aPanelBootsBeforeItIsOn() {
    world.write("", write("c1", "A101-IP.panel.power", Value.of("on")));
    assertThat(shown("A101-IP.panel.power")).isEqualTo("standby");
    pass(5);
    assertThat(shown("A101-IP.panel.power")).isEqualTo("on");
  }

  @Test
  void c1_aFullClassRaisesCarbonDioxideAndHeatingHoldsTheSetPoint() {
    double before = Double.parseDouble(shown("A102-AQ.room.co2"));
    pass(1800);
    double full = 0;
    for (int room = 1; room <= 4; room++) {
      full = Math.max(full, Double.parseDouble(shown("A10" + room + "-AQ.room.co2")));
    }
    assertThat(full).isGreaterThan(Math.max(700, before - 2000));
    pass(3600);
    assertThat(Double.parseDouble(shown("A101-FC.zone.temperature"))).isBetween(18.0, 26.0);
  }

  @Test
  void d1_silentDevicesSayNothingAndAnswerNothing() {
    world.faults().inject(FaultKind.DEVICE_SILENT, "BAC-A1", 0, 0);
    pass(30);
    assertThat(due().keySet()).noneMatch(id -> id.text().startsWith("A101-LG1"));
    assertThat(world
            .write("BAC-A1", write("c1", "A101-LG1.group.state", Value.of(true)))
            .kind())
        .isEqualTo(WriteOutcome.Kind.NO_ANSWER);
    world.faults().clear();
    pass(30);
    assertThat(due().keySet()).anyMatch(id -> id.text().startsWith("A101-LG1"));
  }

  @Test
  void d2_aStuckSensorRepeatsItselfUntilItsTimeIsUp() {
    due();
    world.faults().inject(FaultKind.SENSOR_STUCK, "A101-AQ.room.co2", world.now() + 600_000, 0);
    Value first = shownSample("A101-AQ.room.co2");
    pass(599);
    assertThat(shownSample("A101-AQ.room.co2")).isEqualTo(first);
    pass(60);
    assertThat(shownSample("A101-AQ.room.co2")).isNotEqualTo(first);
  }

  private Value shownSample(String point) {
    List<Sample> samples = new ArrayList<>();
    world.show(PointId.of(point), world.now(), samples::add);
    return samples.get(0).value();
  }

  @Test
  void d3_aStuckActuatorAcknowledgesAndStays() {
    world.faults().inject(FaultKind.ACTUATOR_STUCK, "A101-LG1", 0, 0);
    assertThat(world.write("", write("c1", "A101-LG1.group.state", Value.of(true))))
        .isEqualTo(WriteOutcome.ACKNOWLEDGED);
    assertThat(shown("A101-LG1.group.state")).isEqualTo("false");
  }

  @Test
  void d4_anUnknownTargetIsRefusedInBothLanguages() {
    assertThat(world.faults().inject(FaultKind.DEVICE_SILENT, "X9", 0, 0))
        .hasValueSatisfying(why -> {
          assertThat(why.en()).contains("X9");
          assertThat(why.zh()).contains("X9");
        });
  }

  @Test
  void e1_oneDetectorIsAnAlarmOnly() {
    world.happen(new Happening.Aerosol("A101-SD"));
    pass(60);
    assertThat(shown("A101-SD.detector.state")).isEqualTo("alarm");
    assertThat(shown("A1-COR-FP.panel.state")).isEqualTo("alarm");
    assertThat(shown("A1-COR-SO.sounder.state")).isEqualTo("off");
  }

  @Test
  void e2_aFireIsDetectedAndTheControllerActsAndPeopleLeave() {
    int before = world.inside("A");
    world.happen(new Happening.Fire("A101", Growth.FAST));
    int seconds = 0;
    while (shown("A1-COR-SO.sounder.state").equals("off") && seconds++ < 600) {
      pass(1);
    }
    assertThat(seconds).isBetween(30, 300);
    pass(15);
    assertThat(shown("A1-COR-FD.door.fire")).isEqualTo("closed");
    assertThat(shown("A1-COR-SE.exhaust.state")).isEqualTo("on");
    assertThat(shown("A1-COR-PR.pressurisation.state")).isEqualTo("on");
    assertThat(shown("A1-COR-LT.lift.state")).isEqualTo("recalled");
    assertThat(shown("A2-COR-SO.sounder.state")).isEqualTo("on");
    assertThat(shown("A2-COR-FD.door.fire")).isEqualTo("open");
    pass(400);
    assertThat(before).isPositive();
    assertThat(world.inside("A")).isZero();
    assertThat(world.assembled()).isEqualTo(world.leavers());
  }

  @Test
  void e3_aFireDoorWithoutFeedbackShowsOpenForEver() {
    due();
    world.faults().inject(FaultKind.NO_FEEDBACK, "A1-COR-FD", 0, 0);
    world.happen(new Happening.Aerosol("A101-SD"));
    world.happen(new Happening.Aerosol("A102-SD"));
    pass(30);
    assertThat(shownSample("A1-COR-FD.door.fire")).isEqualTo(Value.of("open"));
    assertThat(shown("A1-COR-FD.door.fire")).isEqualTo("closed");
  }

  @Test
  void f1_anEmergencyCallIsHeardUnlessTheSpeakerIsDead() {
    world.faults().inject(FaultKind.ACTUATOR_STUCK, "A102-BZ", 0, 0);
    world.write("", write("c1", "A101-BZ.zone.emergency", Value.of(true)));
    world.write("", write("c2", "A102-BZ.zone.emergency", Value.of(true)));
    pass(4);
    assertThat(shown("A101-BZ.zone.audible")).isEqualTo("true");
    assertThat(shown("A101-BZ.zone.speaking")).isEqualTo("true");
    assertThat(shown("A102-BZ.zone.emergency")).isEqualTo("true");
    assertThat(shown("A102-BZ.zone.audible")).isEqualTo("false");
  }

  @Test
  void f1b_aCalledZoneSpeaksBetweenTheBurstsOfTheSounders() {
    world.write("", write("c1", "A201-BZ.zone.emergency", Value.of(true)));
    world.happen(new Happening.Aerosol("A101-SD"));
    world.happen(new Happening.Aerosol("A102-SD"));
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      pass(1);
      boolean burst = shown("A2-COR-SO.sounder.sounding").equals("true");
      boolean message = shown("A201-BZ.zone.speaking").equals("true");
      heard.append(burst ? message ? "!" : "S" : message ? "m" : ".");
    }
    assertThat(heard.toString()).isEqualTo("..mmmm" + "S".repeat(12) + "m".repeat(20) + "SSSSSSS");
  }

  @Test
  void f2_thePoliceAcknowledgeARequestAfterAWhile() {
    world.write("", write("c1", "A1-COR-PL.link.request", Value.of("help at the gate")));
    pass(1);
    assertThat(shown("A1-COR-PL.alarm.sent")).isEqualTo("1.0");
    assertThat(shown("A1-COR-PL.alarm.acked")).isEqualTo("0.0");
    pass(8);
    assertThat(shown("A1-COR-PL.alarm.acked")).isEqualTo("1.0");
  }

  @Test
  void f3_anArmedZoneReportsAnIntruder() {
    world.happen(new Happening.Intrude("A1-COR-IZ"));
    pass(2);
    assertThat(shown("A1-COR-IZ.zone.alarm")).isEqualTo("false");
    world.write("", write("c1", "A1-COR-IZ.zone.armed", Value.of(true)));
    world.happen(new Happening.Intrude("A1-COR-IZ"));
    pass(2);
    assertThat(shown("A1-COR-IZ.zone.alarm")).isEqualTo("true");
  }
}
