package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class D01_LinkageTest {
  private static final String FIRE = """
      version: 1
      id: fire
      name: {zh: 火, en: fire}
      cause: {within: fire-compartment, count: 2, terms: [{kind: detector, point: detector.state, is: alarm}]}
      effects:
      - {id: sound, name: {zh: 声, en: s}, by: controller, where: same-compartment, kind: sounder, point: sounder.state, value: 'on', limit: 10}
      - {id: doors, name: {zh: 门, en: d}, by: platform, where: egress-doors, kind: access-door, point: door.lock, value: released, limit: 5, order: 1}
      - {id: later, name: {zh: 屏, en: m}, by: platform, where: same-storey, kind: screen, point: screen.content, value: fire, limit: 20, delay: 3}
      """;
  private static final String HOT = """
      version: 1
      id: hot
      name: {zh: 热, en: hot}
      cause: {within: space, for: 5, terms: [{kind: thermometer, point: temp, above: 28}]}
      effects:
      - {id: cool, name: {zh: 冷, en: c}, by: platform, where: same-space, kind: fan, point: unit.mode, value: cool, priority: 10, hold: 60}
      """;

  private final Script script = new Script(rules());

  /** The texts of the two linkages, or of the first alone. */
  static java.util.SortedMap<String, String> texts(boolean both) {
    java.util.SortedMap<String, String> texts = new java.util.TreeMap<>();
    texts.put("linkages/fire.yaml", FIRE);
    if (both) {
      texts.put("linkages/hot.yaml", HOT);
    }
    return texts;
  }

  static Rules rules() {
    RulesReading reading = RulesReader.read(
        new TextFiles(Map.of("linkages/fire.yaml", FIRE, "linkages/hot.yaml", HOT)),
        TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  @Test
  void a1_oneDetectorIsAnAlarmAndNoLinkage() {
    assertThat(script.run("1 sample D1.detector.state alarm\n2 sample D1.detector.state alarm"))
        .containsExactly("alarm D1.detector.state#1 unacknowledged");
  }

  @Test
  void a2_detectorsOfTwoCompartmentsAreNoCause() {
    script.run("1 sample D1.detector.state alarm");
    assertThat(script.run("2 sample D3.detector.state alarm"))
        .containsExactly("alarm D3.detector.state#1 unacknowledged");
  }

  @Test
  void a3_twoOfOneCompartmentFire() {
    script.run("0 sample S1.sounder.state off\n1 sample D1.detector.state alarm");
    assertThat(script.run("2 sample D2.detector.state alarm"))
        .containsExactly(
            "alarm D2.detector.state#1 unacknowledged",
            "linkage:fire#1:doors.1 sent",
            "write linkage:fire#1:doors.1 A1.door.lock=released @2",
            "run fire#1 sound S1.sounder.state pending",
            "run fire#1 doors A1.door.lock pending",
            "run fire#1 later M1.screen.content pending");
    assertThat(script.point("A1.door.lock")).endsWith("[2=released linkage:fire]");
  }

  @Test
  void a4_eachEffectIsTimedToItsConfirmation() {
    a3_twoOfOneCompartmentFire();
    assertThat(script.run("""
                3 ack linkage:fire#1:doors.1
                4 sample A1.door.lock released
                4 sample S1.sounder.state on
                """))
        .contains(
            "run fire#1 doors A1.door.lock confirmed",
            "run fire#1 sound S1.sounder.state confirmed");
    assertThat(script.run("5 tick"))
        .contains("write linkage:fire#1:later.1 M1.screen.content=fire @2");
    var run = script.engine().snapshot().listLinkageRuns().get(0);
    assertThat(run.causeTime()).isEqualTo(2_000);
    assertThat(run.effects()).extracting("confirmed").containsExactly(4_000L, 4_000L, 0L);
    assertThat(run.causes())
        .extracting("text")
        .containsExactly("D1.detector.state", "D2.detector.state");
  }

  @Test
  void a5_whatIsNotShownIsNamedAndTheRestGoesOn() {
    a3_twoOfOneCompartmentFire();
    script.run("3 ack linkage:fire#1:doors.1\n4 sample A1.door.lock released");
    assertThat(script.reloaded().run("13 tick"))
        .contains(
            "run fire#1 sound S1.sounder.state missing no-feedback",
            "run fire#1 doors A1.door.lock confirmed");
    assertThat(script.run("15 sample S1.sounder.state on"))
        .contains("run fire#1 sound S1.sounder.state late after-limit");
  }

  @Test
  void a6_aDeviceThatRefusesFails() {
    a3_twoOfOneCompartmentFire();
    assertThat(script.run("3 refuse linkage:fire#1:doors.1"))
        .contains("run fire#1 doors A1.door.lock failed refused");
  }

  @Test
  void a7_itFiresAgainOnlyAfterTheCauseWasFalse() {
    a3_twoOfOneCompartmentFire();
    assertThat(script.run("3 sample D2.detector.state alarm")).isEmpty();
    script.run("4 sample D2.detector.state fault bad");
    assertThat(script.run("5 sample D2.detector.state alarm")).isEmpty();
    script.run("6 sample D2.detector.state normal");
    assertThat(script.reloaded().run("7 sample D2.detector.state alarm"))
        .contains("linkage:fire#2:doors.1 sent");
  }

  @Test
  void b1_aCauseMustHoldAsLongAsItSays() {
    script.run("1 sample F1.unit.mode off\n1 sample T1.temp 29\n4 sample T1.temp 27");
    assertThat(script.run("5 sample T1.temp 29\n9 tick")).isEmpty();
    assertThat(script.run("10 tick")).contains("write linkage:hot#1:cool.1 F1.unit.mode=cool @10");
    script.run("11 ack linkage:hot#1:cool.1\n12 sample F1.unit.mode cool");
    assertThat(script.run("70 tick"))
        .contains("write expiry:linkage:hot#1:cool.1.1 F1.unit.mode=off @10");
  }

  @Test
  void b2_manualLifeSafetyIsStronger() {
    script.run("0 submit m chief 1 A1.door.lock locked\n0 ack m.1\n0 sample A1.door.lock locked");
    script.run("1 sample D1.detector.state alarm");
    assertThat(script.run("2 sample D2.detector.state alarm"))
        .contains("run fire#1 doors A1.door.lock failed held-by-higher-priority");
  }

  @Test
  void b3_anotherCommandForTheSameValueConfirmsTheEffectToo() {
    a3_twoOfOneCompartmentFire();
    assertThat(script.run("3 submit m chief 2 A1.door.lock released"))
        .contains("run fire#1 doors A1.door.lock pending newer-command");
    assertThat(script.run("4 ack m.1\n5 sample A1.door.lock released"))
        .contains("run fire#1 doors A1.door.lock confirmed");
  }

  @Test
  void b4_anotherCommandForAnotherValueFailsTheEffectAtItsLimit() {
    a3_twoOfOneCompartmentFire();
    script.run("3 submit m chief 2 A1.door.lock locked\n4 ack m.1\n5 sample A1.door.lock locked");
    assertThat(script.run("13 tick"))
        .contains("run fire#1 doors A1.door.lock failed newer-command");
  }

  /** Rule files in memory. */
  record TextFiles(Map<String, String> texts) implements io.campustwin.codec.CampusFiles {
    @Override
    public java.util.Optional<byte[]> find(String path) {
      return java.util.Optional.ofNullable(texts.get(path))
          .map(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public List<String> list(String folder) {
      return texts.keySet().stream()
          .filter(path -> path.startsWith(folder))
          .sorted()
          .toList();
    }
  }
}
