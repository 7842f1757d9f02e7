package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fire linkage over the demo school's real places. */
class H01_DemoSchoolTest {
  private static final CampusFiles FILES = BundledCampus.find("demo").orElseThrow();
  private static final CampusModel MODEL = CampusReader.read(FILES).model();

  private final Engine engine = Engine.of(MODEL, RulesReader.read(FILES, MODEL).rules());

  private static Sample says(Point detector, String state) {
    return new Sample(detector.id(), Value.of(state), Quality.GOOD, 1_000, true);
  }

  private static List<Point> detectors(String storey) {
    return MODEL.points().stream()
        .filter(point -> point.template().name().equals("detector.state"))
        .filter(
            point -> storey.equals(MODEL.findSpace(point.space()).orElseThrow().storey()))
        .toList();
  }

  @Test
  void a1_twoDetectorsOfAStoreySetEveryEffectGoing() {
    List<Point> detectors = detectors("A-2");
    engine.apply(new Input.Samples(1_000, List.of(says(detectors.get(0), "alarm"))));
    assertThat(engine.snapshot().listLinkageRuns()).isEmpty();
    List<Output> outputs =
        engine.apply(new Input.Samples(2_000, List.of(says(detectors.get(1), "alarm"))));
    LinkageRun run = engine.snapshot().listLinkageRuns().get(0);
    Set<String> effects = run.effects().stream().map(EffectRun::effect).collect(Collectors.toSet());
    assertThat(effects)
        .contains(
            "sounders",
            "fire-doors",
            "smoke-exhaust",
            "emergency-lights",
            "release-doors",
            "broadcast",
            "broadcast-message",
            "evacuation-signs",
            "cameras",
            "panel-messages",
            "screen-messages",
            "fan-coils-off");
    assertThat(outputs).hasAtLeastOneElementOfType(Output.Write.class);
    assertThat(run.effects())
        .noneMatch(effect -> effect.target().text().contains("group.state"))
        .filteredOn(effect -> effect.by() == EffectRun.By.CONTROLLER)
        .allMatch(effect -> effect.target().text().startsWith("A"))
        .filteredOn(effect -> effect.effect().equals("smoke-exhaust"))
        .isNotEmpty()
        .allMatch(effect -> effect.target().text().startsWith("A2"));
  }

  @Test
  void a3_oneDetectorAloneOrTwiceIsAnAlarmThatIsCalledAndNoLinkage() {
    Point detector = detectors("A-2").get(0);
    Point elsewhere = detectors("B-2").get(0);
    engine.apply(new Input.Samples(1_000, List.of(says(detector, "alarm"))));
    engine.apply(new Input.Samples(2_000, List.of(says(detector, "normal"))));
    engine.apply(new Input.Samples(3_000, List.of(says(detector, "alarm"))));
    engine.apply(new Input.Samples(4_000, List.of(says(elsewhere, "alarm"))));
    assertThat(engine.snapshot().listLinkageRuns()).isEmpty();
    assertThat(engine.snapshot().alarms().listOpen())
        .extracting(alarm -> alarm.point() + " " + alarm.state().word())
        .containsExactly(detector.id() + " unacknowledged", elsewhere.id() + " unacknowledged");
    assertThat(engine.snapshot().alarms().listAnnouncements()).hasSize(3);
  }

  @Test
  void a4_everyZoneInOneSecondIsShownAndCalled() {
    List<Point> zones = MODEL.points().stream()
        .filter(point -> point.template().alarm() != null
            && point.template().alarm().traits().security())
        .limit(50)
        .toList();
    for (int i = 0; i < zones.size(); i++) {
      Sample sample =
          new Sample(zones.get(i).id(), Value.of(true), Quality.GOOD, 1_000 + 20L * i, true);
      engine.apply(new Input.Samples(1_000 + 20L * i, List.of(sample)));
    }
    assertThat(engine.snapshot().alarms().listOpen()).hasSize(zones.size());
    assertThat(engine.snapshot().alarms().listAnnouncements()).hasSize(zones.size());
  }

  @Test
  void a2_allPointsReportedAreGoodAndSurviveASave() {
    List<Sample> samples = new ArrayList<>();
    for (Point point : MODEL.points()) {
      Value value =
          switch (point.template().type()) {
            case BOOL -> Value.of(false);
            case NUMBER -> Value.of(point.template().min());
            case ENUM -> Value.of(point.template().states().get(0));
            case TEXT -> Value.of("");
          };
      samples.add(new Sample(point.id(), value, Quality.GOOD, 1_000, true));
    }
    engine.apply(new Input.Samples(1_000, samples));
    assertThat(engine.snapshot().listPoints())
        .hasSize(MODEL.points().size())
        .allMatch(state -> state.quality().isGood());
    Engine again = Engine.restore(MODEL, RulesReader.read(FILES, MODEL).rules(), engine.save());
    assertThat(again.snapshot().listPoints()).isEqualTo(engine.snapshot().listPoints());
  }
}
