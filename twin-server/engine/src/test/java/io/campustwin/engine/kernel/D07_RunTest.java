package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.linkage.Rehearsal;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The moments at which an effect of a run is in time, late, missing or given up. */
class D07_RunTest {
  private static final String FIRE = """
      version: 1
      id: fire
      name: {zh: 火, en: fire}
      cause: {within: fire-compartment, terms: [{kind: detector, point: detector.state, is: alarm}]}
      effects:
      - {id: sound, name: {zh: 声, en: s}, by: controller, where: same-compartment, kind: sounder, point: sounder.state, value: 'on', limit: 10}
      - {id: screen, name: {zh: 屏, en: m}, by: platform, where: same-storey, kind: screen, point: screen.content, value: fire, priority: 5, delay: 4, limit: 20, deadline: 9, hold: 60}
      """;
  private static final String DRY = """
      version: 1
      id: dry
      name: {zh: 干, en: dry}
      cause: {within: space, for: 5, terms: [{kind: fan, point: set.point, below: 20, above: 18}]}
      effects:
      - {id: lamp, name: {zh: 灯, en: l}, by: platform, where: same-space, kind: lamp, point: lamp.on, value: true, priority: 10}
      """;

  private final Script script = new Script(rules());

  private static Rules rules() {
    RulesReading reading = RulesReader.read(
        new D01_LinkageTest.TextFiles(Map.of("linkages/fire.yaml", FIRE, "linkages/dry.yaml", DRY)),
        TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private List<LinkageRun> runs() {
    return script.engine().snapshot().listLinkageRuns();
  }

  private void fire() {
    script.run("1 sample S1.sounder.state off\n2 sample D1.detector.state alarm");
  }

  @Test
  void a1_justTheLimitIsInTime() {
    fire();
    assertThat(runs().get(0).isFinished()).isFalse();
    assertThat(script.run("12 tick")).doesNotContain("run fire#1 sound S1.sounder.state missing");
    assertThat(script.run("12 sample S1.sounder.state on"))
        .contains("run fire#1 sound S1.sounder.state confirmed");
    assertThat(runs().get(0).isFinished()).isTrue();
  }

  @Test
  void a2_afterItTheEffectIsMissingByName() {
    fire();
    assertThat(script.run("12.001 tick"))
        .contains("run fire#1 sound S1.sounder.state missing no-feedback");
    assertThat(script.run("13 tick")).as("told once").isEmpty();
    Script silent = new Script(rules());
    silent.run("2 sample D1.detector.state alarm");
    assertThat(silent.run("12.001 tick"))
        .contains("run fire#1 sound S1.sounder.state missing never-reported");
  }

  @Test
  void a3_whatShowsItAlreadyIsConfirmedAtOnce() {
    script.run("1 sample S1.sounder.state on");
    assertThat(script.run("2 sample D1.detector.state alarm"))
        .contains("run fire#1 sound S1.sounder.state confirmed");
    Script bad = new Script(rules());
    bad.run("1 sample S1.sounder.state on\n1 sample S1.sounder.state on bad");
    assertThat(bad.run("2 sample D1.detector.state alarm"))
        .contains("run fire#1 sound S1.sounder.state pending");
  }

  @Test
  void a4_aMissingEffectIsFollowedForTenMinutes() {
    fire();
    script.run("12.001 tick\n602 tick");
    assertThat(script.reloaded().run("602 sample S1.sounder.state on"))
        .contains("run fire#1 sound S1.sounder.state late after-limit");
    Script later = new Script(rules());
    later.run("1 sample S1.sounder.state off\n2 sample D1.detector.state alarm");
    later.run("12.001 tick\n30 tick\n602.001 tick");
    assertThat(later.reloaded().run("602.001 sample S1.sounder.state on")).isEmpty();
  }

  @Test
  void a5_aTargetThatReportsTheSameForAWhileIsStillListenedTo() {
    fire();
    assertThat(script.run("3 sample S1.sounder.state off\n4 sample S1.sounder.state off"))
        .isEmpty();
    assertThat(script.run("5 sample S1.sounder.state on"))
        .contains("run fire#1 sound S1.sounder.state confirmed");
  }

  @Test
  void b0_whatWasNotSentYetIsNotSentAfterAReset() {
    fire();
    script.run("3 sample D1.detector.state normal");
    assertThat(script.run("4 reset fire#1 bob"))
        .contains("run fire#1 screen M1.screen.content failed reset");
    assertThat(script.run("6 tick")).noneMatch(line -> line.startsWith("write"));
  }

  @Test
  void b1_aDelayedEffectIsSentBetweenItsDelayAndItsDeadline() {
    fire();
    assertThat(script.run("5.999 tick")).isEmpty();
    assertThat(script.run("6 tick"))
        .contains("write linkage:fire#1:screen.1 M1.screen.content=fire @5");
    assertThat(script.run("7 tick")).isEmpty();
    Script stopped = new Script(rules());
    stopped.run("2 sample D1.detector.state alarm");
    assertThat(stopped.reloaded().run("11 tick"))
        .contains("write linkage:fire#1:screen.1 M1.screen.content=fire @5");
    Script longer = new Script(rules());
    longer.run("2 sample D1.detector.state alarm");
    assertThat(longer.reloaded().run("11.001 tick"))
        .contains("run fire#1 screen M1.screen.content failed deadline-passed");
  }

  @Test
  void b2_aHoldEndsByItselfAfterItsTime() {
    fire();
    script.run("6 tick\n7 ack linkage:fire#1:screen.1\n8 sample M1.screen.content fire");
    assertThat(runs().get(0).effects())
        .extracting("sent", "acknowledged", "confirmed")
        .contains(org.assertj.core.groups.Tuple.tuple(6_000L, 7_000L, 8_000L));
    script.run("65.999 tick");
    assertThat(script.point("M1.screen.content")).contains("[5=fire linkage:fire]");
    script.run("66 tick");
    assertThat(script.point("M1.screen.content")).doesNotContain("[");
  }

  @Test
  void c1_aSettledDetectorIsHeardAgainWhenItPassesALimit() {
    script.run("1 sample F1.set.point 22\n2 sample F1.set.point 22\n3 sample F1.set.point 20");
    script.run("4 sample F1.set.point 19\n8 sample F1.set.point 18\n9 sample F1.set.point 17");
    assertThat(script.run("20 tick")).as("it did not last").isEmpty();
    script.run("21 sample F1.set.point 19\n22 sample F1.set.point 18.1");
    assertThat(script.run("25.999 tick")).isEmpty();
    assertThat(script.reloaded().run("26 tick")).contains("linkage:dry#1:lamp.1 sent");
    assertThat(script.run("27 sample F1.set.point 21\n28 sample F1.set.point 19\n33 tick"))
        .contains("linkage:dry#2:lamp.1 sent");
  }

  @Test
  void c2_theNewestFiveHundredRunsAreKept() {
    for (int n = 1; n <= 502; n++) {
      script.run(10 * n + " sample D1.detector.state alarm");
      script.run(10 * n + 1 + " sample D1.detector.state normal");
    }
    assertThat(runs()).hasSize(500);
    assertThat(runs().get(0).id()).isEqualTo("fire#502");
    assertThat(runs().get(499).id()).isEqualTo("fire#3");
    script.reloaded();
    assertThat(runs()).hasSize(500);
    assertThat(script.run("5022 sample S1.sounder.state on"))
        .as("the last one is still followed")
        .contains("run fire#502 sound S1.sounder.state confirmed");
    script.run("9000 sample D1.detector.state alarm");
    assertThat(runs().get(0).id()).isEqualTo("fire#503");
  }

  @Test
  void c3_aRehearsalAsksForTheDetectorsAndTheModes() {
    String open =
        "version: 1\nid: open\nname: {zh: 开, en: open}\npoint: A1.door.lock\nis: released\n";
    Rules withMode = D02_CauseTest.rules(
        "{within: space, when: {modes: [open]}, terms: [{kind: thermometer, point: temp, above: 28}]}",
        "modes/open.yaml",
        open);
    assertThat(Rehearsal.points(TinyCampus.model(), withMode.linkages().get(0)))
        .containsExactly(PointId.of("T1.temp"), PointId.of("A1.door.lock"));
  }
}
