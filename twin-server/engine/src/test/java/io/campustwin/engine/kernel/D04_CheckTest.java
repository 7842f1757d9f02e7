package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of the threshold list that linkages answer for, by their names there. */
class D04_CheckTest {
  private static final String DOORS = """
      version: 1
      id: fire
      name: {zh: 火, en: fire}
      cause: {within: fire-compartment, count: 2, terms: [{kind: detector, point: detector.state, is: alarm}]}
      effects:
      - {id: doors, name: {zh: 门, en: d}, by: platform, where: egress-doors, kind: access-door, point: door.lock, value: released, limit: 10}
      - {id: fans, name: {zh: 机, en: f}, by: platform, where: same-building, kind: fan, point: unit.mode, value: 'off', limit: 10}
      - {id: screen, name: {zh: 屏, en: m}, by: platform, where: same-storey, kind: screen, point: screen.content, value: fire, priority: 5, delay: 4, limit: 10}
      """;

  private static Rules rules() {
    RulesReading reading = RulesReader.read(
        new D01_LinkageTest.TextFiles(Map.of("linkages/fire.yaml", DOORS)), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static final String FIRE = """
      1 sample A1.door.lock locked
      1 sample F1.unit.mode cool
      2 sample D1.detector.state alarm
      3 sample D2.detector.state alarm
      """;

  @Test
  void oneDetector() {
    Script script = new Script(rules());
    assertThat(script.run("1 sample D1.detector.state alarm\n2 sample D1.detector.state alarm"))
        .containsExactly("alarm D1.detector.state#1 unacknowledged");
    script.run("3 sample D1.detector.state normal\n4 sample D1.detector.state alarm");
    assertThat(script.engine().snapshot().listLinkageRuns()).isEmpty();
    assertThat(script.run("5 sample D2.detector.state alarm"))
        .contains("linkage:fire#1:doors.1 sent");
  }

  @Test
  void missingFeedback() {
    Script script = new Script(rules());
    script.run(FIRE);
    script.run(
        "4 ack linkage:fire#1:doors.1\n4 ack linkage:fire#1:fans.1\n5 sample F1.unit.mode off");
    assertThat(script.run("13.1 tick"))
        .contains(
            "linkage:fire#1:doors.1 timed-out no-read-back",
            "run fire#1 doors A1.door.lock missing no-read-back",
            "run fire#1 fans F1.unit.mode confirmed");
  }

  /** The inputs are journaled, the process dies before a write goes out; the journal is read again. */
  private static Script killedAfter(String lines) throws IOException {
    MemoryJournalStore store = new MemoryJournalStore();
    List<byte[]> records = new ArrayList<>();
    lines.lines().forEach(line -> records.add(InputCodec.encode(Script.input(line))));
    store.append(1, records);
    Engine engine = Kernel.recover(TinyCampus.model(), rules(), store);
    Script script = new Script(engine, rules());
    script.run("60 restart");
    return script;
  }

  @Test
  void killBeforeLinkage_aDoorThatDidNotMoveIsAskedOnceMoreUnderAnotherName() throws IOException {
    Script script = killedAfter(FIRE);
    assertThat(script.engine().snapshot().listLinkageRuns().get(0).effects())
        .extracting("reason")
        .containsExactly("restart", "restart", "");
    assertThat(script.run("60 tick"))
        .noneMatch(line -> line.startsWith("write linkage:fire#1:doors"));
    assertThat(script.run("61 sample A1.door.lock locked\n61 sample F1.unit.mode off\n62 tick"))
        .contains(
            "write linkage:fire#1:doors:again:0.1 A1.door.lock=released @2",
            "run fire#1 fans F1.unit.mode late after-limit")
        .noneMatch(line -> line.contains("fans:again"));
    assertThat(script.reloaded().run("63 tick\n64 sample A1.door.lock locked\n65 tick"))
        .noneMatch(line -> line.startsWith("write"));
    assertThat(script.run("65 ack linkage:fire#1:doors:again:0.1\n66 sample A1.door.lock released"))
        .contains("run fire#1 doors A1.door.lock late after-limit");
  }

  @Test
  void killBeforeLinkage_aDoorThatDidMoveIsAskedNothing() throws IOException {
    Script script = killedAfter(FIRE);
    assertThat(script.run("61 sample A1.door.lock released\n62 tick\n63 tick"))
        .contains("run fire#1 doors A1.door.lock late after-limit")
        .noneMatch(line -> line.startsWith("write linkage:fire#1:doors"));
  }

  @Test
  void killBeforeLinkage_whatIsNoLifeSafetyIsNotSentPastItsDeadline() throws IOException {
    Script script = killedAfter(FIRE);
    assertThat(script.run("61 sample M1.screen.content hello\n62 tick"))
        .contains("run fire#1 screen M1.screen.content failed deadline-passed")
        .noneMatch(line -> line.contains("M1.screen.content=fire"));
  }

  @Test
  void killBeforeLinkage_theSecondDetectorAfterTheRestartStillFires() throws IOException {
    Script script = killedAfter("1 sample A1.door.lock locked\n2 sample D1.detector.state alarm");
    assertThat(script.run("61 sample D2.detector.state alarm"))
        .contains("write linkage:fire#1:doors.1 A1.door.lock=released @2");
  }

  @Test
  void killBeforeLinkage_afterTenMinutesNothingIsAskedAgain() throws IOException {
    Script script = killedAfter(FIRE);
    assertThat(script.run("603 sample A1.door.lock locked\n603 tick"))
        .anyMatch(line -> line.startsWith("write linkage:fire#1:doors:again"));
    Script late = killedAfter(FIRE);
    assertThat(late.run("604 sample A1.door.lock locked\n604 tick"))
        .noneMatch(line -> line.startsWith("write"));
    assertThat(late.engine().snapshot().findPoint(PointId.of("A1.door.lock"))).isPresent();
  }
}
