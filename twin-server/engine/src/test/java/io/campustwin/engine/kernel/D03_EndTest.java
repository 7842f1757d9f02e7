package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How effects end, what interlocks bar meanwhile, drills, and rules exchanged while runs go on. */
class D03_EndTest {
  private static final String FIRE = """
      version: 1
      id: %s
      name: {zh: 火, en: fire}
      cause: {within: %s, terms: [{kind: detector, point: detector.state, is: alarm}]}
      effects:
      - {id: doors, name: {zh: 门, en: d}, by: platform, where: same-building, kind: access-door, point: door.lock, value: released, until: %s}
      - {id: later, name: {zh: 机, en: f}, by: platform, where: same-building, kind: fan, point: unit.mode, value: heat, priority: %d, delay: 5, until: %s}
      """;
  private static final String KEEP = """
      version: 1
      id: keep
      name: {zh: 火灾放行, en: fire frees doors}
      points: {kind: access-door, point: door.lock}
      keep: [fire]
      """;
  private static final String FORBID = """
      version: 1
      id: stay
      name: {zh: 照明不断电, en: lights stay}
      points: {kind: fan, point: unit.mode}
      forbid: ['off', heat]
      owners: %s
      """;

  private static String fire(String id, String within, String until) {
    return FIRE.formatted(id, within, until, 2, until);
  }

  private static Rules rules(Map<String, String> files) {
    RulesReading reading =
        RulesReader.read(new D01_LinkageTest.TextFiles(files), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static Script script(String until) {
    return new Script(rules(Map.of("linkages/fire.yaml", fire("fire", "fire-compartment", until))));
  }

  private static LinkageRun newest(Script script) {
    return script.engine().snapshot().listLinkageRuns().get(0);
  }

  @Test
  void a1_untilTheCauseIsGoneItHoldsAndThenGivesUpItsSlots() {
    Script script = script("cause-gone");
    script.run("1 sample D1.detector.state alarm\n1 ack linkage:fire#1:doors.1");
    assertThat(script.point("A1.door.lock")).endsWith("[2=released linkage:fire]");
    assertThat(script.reloaded().run("3 sample D1.detector.state normal"))
        .contains(
            "linkage:fire#1:gone:3000:2:linkage:fire.1 relinquished",
            "run fire#1 later F1.unit.mode failed cause-gone");
    assertThat(script.point("A1.door.lock")).doesNotContain("[");
    assertThat(script.run("9 tick")).noneMatch(line -> line.contains("write"));
  }

  @Test
  void a2_untilResetByHandItHoldsWhateverTheDetectorsSay() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm\n1 ack linkage:fire#1:doors.1");
    script.run("2 reset fire#1 bob");
    assertThat(script.point("A1.door.lock")).contains("[2=released");
    assertThat(newest(script).released()).isZero();
    script.run("3 sample D1.detector.state normal");
    assertThat(script.point("A1.door.lock")).contains("[2=released");
    assertThat(script.reloaded().run("4 reset fire#1 bob"))
        .contains("linkage:fire#1:reset:4000:2:linkage:fire.1 relinquished");
    assertThat(newest(script).released()).isEqualTo(4_000);
    assertThat(script.run("5 reset fire#1 bob")).isEmpty();
    assertThat(script.run("6 sample D1.detector.state alarm"))
        .contains("linkage:fire#2:doors.1 sent");
  }

  @Test
  void a3_aRunThatIsNotFollowedAnyMoreCanStillBeReset() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm\n2 sample D1.detector.state normal\n2000 tick");
    script.run("2001 reset fire#1 bob");
    assertThat(newest(script).released()).isEqualTo(2_001_000);
    assertThat(script.point("A1.door.lock")).doesNotContain("[");
  }

  @Test
  void a4_aPointThatAnotherRunStillWantsIsKept() {
    Script script = new Script(rules(Map.of(
        "linkages/a.yaml", fire("a", "equipment", "reset"),
        "linkages/b.yaml", fire("b", "storey", "reset"))));
    script.run("1 sample D1.detector.state alarm\n9 sample D1.detector.state normal");
    assertThat(script.point("A1.door.lock")).contains("[2=released linkage:b]");
    script.run("10 reset b#1 bob");
    assertThat(script.point("A1.door.lock")).contains("[2=released linkage:b]");
    script.run("11 reset a#1 bob");
    assertThat(script.point("A1.door.lock")).doesNotContain("[");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
  }

  @Test
  void a5_aSlotThatSomebodyElseTookIsLeftAlone() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm\n2 submit m chief 2 A1.door.lock locked");
    script.run("3 sample D1.detector.state normal\n4 reset fire#1 bob");
    assertThat(script.point("A1.door.lock")).contains("[2=locked chief]");
  }

  private static Script locked() {
    Script script = new Script(rules(Map.of(
        "linkages/fire.yaml",
        fire("fire", "fire-compartment", "reset"),
        "interlocks/keep.yaml",
        KEEP)));
    script.run("1 submit a bob 8 A1.door.lock locked\n1 ack a.1\n1 sample A1.door.lock locked");
    return script;
  }

  @Test
  void b1_aReleasedDoorIsLockedByNobodyWhileTheFireRuns() {
    Script script = locked();
    script.run("2 sample D1.detector.state alarm");
    assertThat(script.run(
            "3 submit b bob 8 A1.door.lock locked\n3 submit c chief 2 A1.door.lock locked"))
        .containsExactly("b.1 rejected interlocked", "c.1 rejected interlocked");
    assertThat(script.run("3 submit d chief 2 A1.door.lock null"))
        .containsExactly("d.1 rejected interlocked");
    assertThat(script.engine().snapshot().listCommandItems("b").get(0).detail())
        .isEqualTo("火灾放行 / fire frees doors");
    assertThat(script.reloaded().run("4 submit e bob 8 A1.door.lock null"))
        .contains("e.1 relinquished");
    assertThat(script.run("4 submit f bob 8 A1.door.lock released"))
        .contains("f.1 superseded held-by-higher-priority");
  }

  @Test
  void b2_lifeSafetyByHandIsAboveIt() {
    Script script = locked();
    script.run("2 sample D1.detector.state alarm");
    assertThat(script.run("3 submit b chief 1 A1.door.lock locked")).contains("b.1 sent");
  }

  @Test
  void b3_afterTheResetTheDoorIsFree() {
    Script script = locked();
    script.run("2 sample D1.detector.state alarm\n3 sample D1.detector.state normal");
    script.run("4 reset fire#1 bob");
    assertThat(script.run("5 submit b bob 8 A1.door.lock locked")).contains("b.1 sent");
  }

  @Test
  void b4_aLoadThatMustStayIsCutByNoAutomaticOwner() {
    Script script = new Script(rules(Map.of(
        "linkages/fire.yaml", fire("fire", "fire-compartment", "reset"),
        "interlocks/stay.yaml", FORBID.formatted("automatic"))));
    script.run("1 sample D1.detector.state alarm");
    assertThat(script.run("6 tick"))
        .contains(
            "linkage:fire#1:later.1 rejected interlocked",
            "run fire#1 later F1.unit.mode failed interlocked");
    assertThat(script.run("7 submit s schedule:x 16 F1.unit.mode off"))
        .contains("s.1 rejected interlocked");
    assertThat(script.run(
            "7 submit t schedule:x 16 F1.unit.mode cool\n7 submit u bob 8 F1.unit.mode off"))
        .contains("t.1 sent", "u.1 sent");
  }

  @Test
  void b5_schedulesAreBoundOnlyWhereTheInterlockSaysSo() {
    Script script = new Script(rules(Map.of("interlocks/stay.yaml", FORBID.formatted("linkages"))));
    assertThat(script.run("7 submit s schedule:x 16 F1.unit.mode off")).contains("s.1 sent");
    assertThat(script.run("8 submit l linkage:x 6 F1.unit.mode off"))
        .contains("l.1 rejected interlocked");
  }

  @Test
  void c1_aDrillSaysWhatWouldHappenAndWritesNothing() {
    Script script = new Script(rules(Map.of(
        "linkages/fire.yaml", fire("fire", "fire-compartment", "reset"),
        "interlocks/stay.yaml", FORBID.formatted("linkages"))));
    script.run("1 sample A1.door.lock locked\n1 sample F1.unit.mode cool");
    assertThat(script.run("2 drill fire D1.detector.state bob monthly"))
        .containsExactly(
            "run fire#1 doors A1.door.lock simulated",
            "run fire#1 later F1.unit.mode simulated interlocked");
    LinkageRun run = newest(script.reloaded());
    assertThat(run.drill()).isEqualTo(new LinkageRun.Drill("bob", "monthly"));
    assertThat(run.isFinished()).isTrue();
    assertThat(script.run("30 tick")).isEmpty();
    assertThat(script.run("31 reset fire#1 bob")).isEmpty();
    assertThat(script.run("32 sample D1.detector.state alarm"))
        .contains("linkage:fire#2:doors.1 sent");
  }

  @Test
  void c2_aDrillNamesWhatStandsInItsWay() {
    Script script = script("reset");
    script.run("1 sample F1.unit.mode cool\n1 submit a chief 1 F1.unit.mode cool");
    assertThat(script.run("2 drill fire D2.detector.state bob why"))
        .containsExactly(
            "run fire#1 doors A1.door.lock simulated never-reported",
            "run fire#1 later F1.unit.mode simulated held-by-higher-priority");
    assertThat(script.run("3 drill fire T1.temp bob why\n3 drill x D1.detector.state bob why"))
        .isEmpty();
  }

  private static Input.NewRules files(double seconds, Map<String, String> texts) {
    return new Input.NewRules(Math.round(seconds * 1000), new java.util.TreeMap<>(texts));
  }

  @Test
  void d1_newRulesHoldFromTheirMomentOnAndRunsGoOnAsTheyBegan() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm");
    script.apply(files(2, Map.of("linkages/hot.yaml", """
        version: 1
        id: hot
        name: {zh: 热, en: hot}
        cause: {within: space, terms: [{kind: thermometer, point: temp, above: 28}]}
        effects:
        - {id: lamp, name: {zh: 灯, en: l}, by: platform, where: same-space, kind: lamp, point: lamp.on, value: true, priority: 10}
        """)));
    assertThat(script.run("3 sample T1.temp 29")).contains("linkage:hot#1:lamp.1 sent");
    assertThat(script.run("4 sample D2.detector.state alarm"))
        .containsExactly("alarm D2.detector.state#1 unacknowledged");
    assertThat(script.reloaded().run("6 tick")).contains("linkage:fire#1:later.1 sent");
    assertThat(script.engine().snapshot().rules().linkages())
        .extracting("id")
        .containsExactly("hot");
    assertThat(script.engine().snapshot().ruleTexts()).containsOnlyKeys("linkages/hot.yaml");
  }

  @Test
  void d2_aDetectorInAlarmFiresNoSecondTimeBecauseTheFilesWereReadAgain() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm");
    Map<String, String> same =
        Map.of("linkages/fire.yaml", fire("fire", "fire-compartment", "reset"));
    assertThat(script.apply(files(2, same))).isEmpty();
    assertThat(script.run("3 sample D1.detector.state alarm")).isEmpty();
    script.run("4 sample D1.detector.state normal");
    assertThat(script.reloaded().run("5 sample D1.detector.state alarm"))
        .contains("linkage:fire#2:doors.1 sent");
  }

  @Test
  void d4_whatAnEarlierRunHeldIsGivenUpWithTheResetOfTheNextEvenIfTheFileForgotIt() {
    Script script = script("reset");
    script.run("1 sample D1.detector.state alarm\n2 sample D1.detector.state normal");
    String text = fire("fire", "fire-compartment", "reset").replaceAll("(?m)^- .id: doors.*\n", "");
    script.apply(files(3, Map.of("linkages/fire.yaml", text)));
    script.run("4 sample D1.detector.state alarm\n5 sample D1.detector.state normal");
    assertThat(script.point("A1.door.lock")).contains("[2=released linkage:fire]");
    script.reloaded().run("6 reset fire#2 bob");
    assertThat(script.point("A1.door.lock")).doesNotContain("[");
  }

  @Test
  void d3_aWindowAndADeadlineAreFaultsWhereTheyCannotWork() {
    List<String> codes = RulesReader.read(
            new D01_LinkageTest.TextFiles(Map.of("linkages/x.yaml", """
            version: 1
            id: x
            name: {zh: 甲, en: x}
            cause: {within: space, when: {modes: [none], days: [mon], from: '08:00'}, terms: [{kind: detector, point: detector.state, is: alarm}]}
            effects:
            - {id: a, name: {zh: 甲, en: a}, by: platform, where: campus, kind: fan, point: unit.mode, value: cool, delay: 10, limit: 10}
            - {id: b, name: {zh: 甲, en: a}, by: platform, where: campus, kind: fan, equipment: F9, point: unit.mode, value: cool}
            - {id: c, name: {zh: 甲, en: a}, by: platform, where: campus, kind: fan, point: unit.mode, value: cool, hold: 5, until: reset}
            """)), TinyCampus.model())
        .faults()
        .stream()
        .map(fault -> fault.line() + " " + fault.code())
        .toList();
    assertThat(codes)
        .containsExactly(
            "4 unknown-mode",
            "4 missing-field",
            "4 missing-field",
            "6 never-sent",
            "7 unknown-equipment",
            "8 either");
  }

  @Test
  void e1_anEffectMaySetASceneInTheRoomsOfItsKind() {
    String night = """
        version: 1
        id: night
        name: {zh: 夜间, en: night}
        rooms:
        - {spaceKinds: [classroom], values: {unit.mode: 'off', lamp.on: false}}
        """;
    String x = """
        version: 1
        id: x
        name: {zh: 甲, en: x}
        cause: {within: space, terms: [{kind: thermometer, point: temp, above: 28}]}
        effects:
        - {id: e, name: {zh: 乙, en: e}, by: platform, where: same-space, scene: %s, priority: 10}
        """;
    Script script = new Script(
        rules(Map.of("linkages/x.yaml", x.formatted("night"), "scenes/night.yaml", night)));
    assertThat(script.run("1 sample T1.temp 29"))
        .contains(
            "write linkage:x#1:e:unit.mode:classroom.1 F1.unit.mode=off @10",
            "write linkage:x#1:e:lamp.on:classroom.1 L1.lamp.on=false @10");
    assertThat(RulesReader.read(
                new D01_LinkageTest.TextFiles(Map.of("linkages/x.yaml", x.formatted("day"))),
                TinyCampus.model())
            .faults())
        .extracting(fault -> fault.line() + " " + fault.id() + " " + fault.code())
        .containsExactly("6 x.e unknown-scene");
  }
}
