package io.campustwin.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.codec.Fault;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the small school, with one more that does wrong. */
class RulesCheckTest {
  private static final CampusFiles SMALL = BundledCampus.find("small").orElseThrow();
  private static final CampusModel MODEL =
      Objects.requireNonNull(CampusReader.read(SMALL).model());

  /** A linkage with one effect: {@code id | cause | kind | point | value | priority | rest of the effect}. */
  private static String linkage(String line) {
    String[] part = line.split("\\|");
    return """
        version: 1
        id: %s
        name: {zh: 甲, en: x}
        cause: {%s}
        effects:
        - {id: e, name: {zh: 乙, en: e}, by: platform, kind: %s, point: %s, value: %s, priority: %s, where: %s}
        """.formatted((Object[]) part);
  }

  private static List<String> faults(String... lines) {
    Map<String, String> texts = new TreeMap<>(RulesReader.texts(SMALL));
    for (String line : lines) {
      texts.put("linkages/" + line.substring(0, line.indexOf('|')) + ".yaml", linkage(line));
    }
    RulesReading reading = RulesReader.read(texts, MODEL);
    List<Fault> all = new ArrayList<>(reading.faults());
    all.addAll(RulesCheck.of(MODEL, reading));
    assertThat(all).allSatisfy(fault -> {
      assertThat(fault.message().zh()).isNotBlank().doesNotContain("%");
      assertThat(fault.mend().en()).isNotBlank();
      assertThat(fault.mend().zh()).isNotBlank();
    });
    return all.stream()
        .map(one -> one.file() + ":" + one.line() + " " + one.id() + " " + one.code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo"})
  void a1_theBundledSchoolsAreClean(String name) {
    CampusFiles files = BundledCampus.find(name).orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    RulesReading reading = RulesReader.read(files, model);
    assertThat(RulesCheck.of(model, reading)).isEmpty();
    assertThat(MatrixCheck.of(files, model, reading.rules().linkages())).isEmpty();
  }

  private static final String STUFFY =
      "within: space%s, terms: [{kind: air-sensor, point: room.co2, above: 900}]";

  @Test
  void b1_twoLinkagesThatFightOverAPoint() {
    String other =
        "warm|" + STUFFY.formatted("") + "|interactive-panel|panel.message|'warm'|10|same-space";
    assertThat(faults(other)).containsExactly("linkages/warm.yaml:6 warm.e conflict");
    assertThat(faults(other.replace("|10|", "|11|"))).isEmpty();
  }

  @Test
  void b2_aLinkageAndAScheduleThatFightOverAPoint() {
    String other =
        "bright|" + STUFFY.formatted("") + "|lighting-group|group.state|true|%d|same-space";
    assertThat(faults(other.formatted(16)))
        .containsExactly("schedules/classroom-lights.yaml:3 classroom-lights conflict");
    assertThat(faults(other.formatted(15))).isEmpty();
  }

  @Test
  void b3_whatIsNeverTrueTogetherDoesNotFight() {
    String line = "%s|" + STUFFY + "|fan-coil|unit.mode|%s|10|same-space";
    String mon = ", when: {days: [mon], timeZone: Asia/Shanghai}";
    String tue = ", when: {days: [tue], timeZone: Asia/Shanghai}";
    assertThat(faults(line.formatted("a", mon, "fan"), line.formatted("b", tue, "cool")))
        .isEmpty();
    assertThat(faults(line.formatted("a", mon, "fan"), line.formatted("b", mon, "cool")))
        .containsExactly("linkages/b.yaml:6 b.e conflict");
    String early = ", when: {from: '08:00', to: '10:00', timeZone: Asia/Shanghai}";
    String late = ", when: {from: '10:00', to: '11:00', timeZone: Asia/Shanghai}";
    String over = ", when: {from: '09:59', to: '11:00', timeZone: Asia/Shanghai}";
    assertThat(faults(line.formatted("a", early, "fan"), line.formatted("b", late, "cool")))
        .isEmpty();
    assertThat(faults(line.formatted("a", late, "fan"), line.formatted("b", early, "cool")))
        .isEmpty();
    assertThat(faults(line.formatted("a", early, "fan"), line.formatted("b", over, "cool")))
        .hasSize(1);
  }

  private static List<String> lights(int priority, String days, String value) {
    Map<String, String> texts = new TreeMap<>(RulesReader.texts(SMALL));
    texts.put("schedules/z-lights.yaml", """
        version: 1
        id: z-lights
        name: {zh: 甲, en: x}
        timeZone: Asia/Shanghai
        target: {kind: lighting-group, point: group.state, spaceKinds: [classroom]}
        priority: %d
        entries:
        - {days: [%s], at: "05:00", value: %s}
        """.formatted(priority, days, value));
    RulesReading reading = RulesReader.read(texts, MODEL);
    assertThat(reading.faults()).isEmpty();
    return RulesCheck.of(MODEL, reading).stream()
        .map(one -> one.file() + ":" + one.line() + " " + one.code())
        .toList();
  }

  @Test
  void b4_twoSchedulesThatFightOverAPoint() {
    assertThat(lights(16, "mon", "true")).containsExactly("schedules/z-lights.yaml:1 conflict");
    assertThat(lights(15, "mon", "true")).isEmpty();
    assertThat(lights(16, "sun", "false")).isEmpty();
    assertThat(lights(16, "sun", "true")).hasSize(1);
  }

  private static final String ONE =
      "a|within: space, terms: [{kind: room-controller, point: room.scene, is: exam}]|fan-coil|unit.mode|fan|10|same-space";
  private static final String TWO =
      "b|within: space, terms: [{kind: fan-coil, point: unit.mode, is: fan}]|interactive-panel|panel.power|standby|10|same-space";
  private static final String THREE =
      "c|within: space, terms: [{kind: interactive-panel, point: panel.power, is: standby}]|room-controller|room.scene|%s|10|same-space";

  @Test
  void c1_aLoopOfThreeRulesIsToldOnce() {
    assertThat(faults(ONE, TWO, THREE.formatted("exam")))
        .containsExactly("linkages/a.yaml:1 a loop");
    assertThat(faults(ONE, TWO, THREE.formatted("night"))).isEmpty();
  }

  @Test
  void c2_aRuleThatKeepsItsOwnCauseTrueIsALoop() {
    assertThat(
            faults(
                "a|within: space, terms: [{kind: fan-coil, point: unit.mode, is: fan}]|fan-coil|unit.mode|fan|10|same-space"))
        .containsExactly("linkages/a.yaml:1 a loop");
  }

  private static final String LOCK =
      "lock|within: equipment, terms: [{kind: panic-button, point: button.pressed, is: true}]|access-door|door.lock|locked|%d|campus";

  @Test
  void d1_aRuleThatUndoesAFireRelease() {
    assertThat(faults(LOCK.formatted(2)))
        .isNotEmpty()
        .allMatch(line -> line.equals("linkages/lock.yaml:6 lock.e undoes-life-safety"));
    assertThat(faults(LOCK.formatted(1)))
        .contains("linkages/lock.yaml:6 lock.e undoes-life-safety");
    assertThat(faults(LOCK.formatted(3))).isEmpty();
  }

  @Test
  void d2_aRuleThatCutsALoadThatMustStay() {
    assertThat(faults(
            "dark|" + STUFFY.formatted("") + "|lighting-group|group.state|false|10|same-space"))
        .containsExactly("linkages/dark.yaml:6 dark.e cuts-load");
  }

  @Test
  void d3_aFireEffectTooWeakAndAnOrdinaryOneTooStrong() {
    String smoke =
        "x|within: equipment, terms: [{kind: smoke-detector, point: detector.state, is: alarm}]|fan-coil|unit.mode|'off'|%d|campus";
    assertThat(faults(smoke.formatted(3))).containsExactly("linkages/x.yaml:6 x.e weak-priority");
    assertThat(faults(smoke.formatted(2))).isEmpty();
    String air = "y|" + STUFFY.formatted("") + "|fan-coil|unit.mode|'off'|%d|same-space";
    assertThat(faults(air.formatted(2)))
        .containsExactly("linkages/y.yaml:6 y.e claims-life-safety");
    assertThat(faults(air.formatted(3))).isEmpty();
  }

  @Test
  void e1_anEffectOnAMissingDevice() {
    String line = "x|" + STUFFY.formatted("") + "|camera|camera.preset|door|10|campus%s";
    assertThat(faults(line.formatted(", equipment: CAM-99")))
        .containsExactly("linkages/x.yaml:6 x.e unknown-equipment");
    assertThat(faults("x|" + STUFFY.formatted("") + "|gas-meter|valve.state|closed|10|campus"))
        .contains("linkages/x.yaml:6 x.e no-target");
  }

  @Test
  void e2_anEffectThatIsNeverNear() {
    assertThat(
            faults(
                "x|within: equipment, terms: [{kind: perimeter-segment, point: segment.alarm, is: true}]|fan-coil|unit.mode|fan|10|same-space"))
        .containsExactly("linkages/x.yaml:6 x.e never-reached");
  }

  @Test
  void e3_aCauseThatCannotBecomeTrue() {
    assertThat(
            faults(
                "x|within: space, count: 50, terms: [{kind: air-sensor, point: room.co2, above: 900}]|fan-coil|unit.mode|fan|10|same-space"))
        .containsExactly("linkages/x.yaml:1 x no-cause");
  }
}
