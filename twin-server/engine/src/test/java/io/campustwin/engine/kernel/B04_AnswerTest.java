package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandState;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the field answers and reads back, and what is said of it. */
class B04_AnswerTest {
  private final Script script = Script.plain();

  private CommandItem item(String command) {
    return script.engine().snapshot().listCommandItems(command).get(0);
  }

  private List<String> answer(double seconds, String item, WriteOutcome.Kind kind, String words) {
    long now = Math.round(seconds * 1000);
    return script.apply(new Input.Written(now, item, WriteOutcome.of(kind, words)));
  }

  @Test
  void a1_everyAnswerHasItsOwnEnd() {
    script.run("1 submit a bob 8 F1.unit.mode cool\n1 submit b bob 8 F1.set.point 20");
    script.run("1 submit c bob 8 M1.screen.content hello\n1 submit d bob 8 A1.door.lock locked");
    assertThat(answer(2, "a.1", WriteOutcome.Kind.UNKNOWN_POINT, "no object"))
        .containsExactly("a.1 failed unknown-to-adapter");
    assertThat(answer(2, "b.1", WriteOutcome.Kind.EXPIRED, ""))
        .containsExactly("b.1 expired deadline-passed");
    assertThat(answer(2, "c.1", WriteOutcome.Kind.NO_ANSWER, ""))
        .containsExactly("c.1 timed-out no-answer");
    assertThat(answer(2, "d.1", WriteOutcome.Kind.REFUSED, "read-only"))
        .containsExactly("d.1 failed refused");
    assertThat(item("a").detail()).isEqualTo("no object");
    assertThat(script.point("F1.unit.mode")).as("it surely did not act").doesNotContain("[");
    assertThat(script.point("F1.set.point")).doesNotContain("[");
    assertThat(script.point("M1.screen.content")).as("it may have acted").contains("[8=hello bob]");
  }

  @Test
  void a2_aSecondAnswerSaysNothingNew() {
    script.run("1 submit a bob 8 F1.unit.mode cool\n2 ack a.1");
    assertThat(script.run("3 refuse a.1\n3 ack a.1\n3 ack x.1")).isEmpty();
    assertThat(item("a").times()).containsEntry(CommandState.ACKNOWLEDGED, 2_000L);
  }

  @Test
  void a3_whatIsUnderWaySurvivesARestoreWithItsTimes() {
    script.run("0 sample F1.unit.mode off\n1 submit a bob 8 F1.unit.mode cool");
    assertThat(script.reloaded().run("2 ack a.1\n3 sample F1.unit.mode cool"))
        .containsExactly("a.1 acknowledged", "a.1 confirmed");
    assertThat(script
            .reloaded()
            .engine()
            .snapshot()
            .listCommandItems("a")
            .get(0)
            .times()
            .values())
        .containsExactly(1000L, 1000L, 1000L, 2000L, 3000L);
  }

  @Test
  void a4_whoIsNotShownIsToldWhatIsShownInstead() {
    script.run("0 sample F1.set.point 21.5\n1 submit a bob 8 F1.set.point 25\n1 ack a.1");
    assertThat(script.run("4 tick")).containsExactly("a.1 timed-out no-read-back");
    assertThat(item("a").detail()).isEqualTo("21.5");
  }

  @Test
  void a5_justTheToleranceIsWithinIt() {
    script.run("1 submit a bob 8 F1.set.point 22\n1 ack a.1");
    assertThat(script.run("2 sample F1.set.point 22.5")).containsExactly("a.1 confirmed");
  }

  @Test
  void b1_theEndsOfARangeAndTheMomentOfADeadline() {
    assertThat(script.run("1 submit a bob 8 F1.set.point 16\n1 submit b bob 9 F1.set.point 30"))
        .contains("a.1 sent")
        .contains("b.1 superseded held-by-higher-priority");
    assertThat(script.run("1 submit c bob 8 F1.set.point 15.9\n1 submit d bob 8 F1.unit.mode 1"))
        .containsExactly("c.1 rejected out-of-range", "d.1 rejected wrong-type");
    assertThat(item("c").detail()).isEqualTo("16.0..30.0 1");
    assertThat(script.run("5 submit e bob 8 F1.unit.mode cool deadline=5"))
        .containsExactly("e.1 rejected deadline-passed");
    assertThat(script.run("5 submit f bob 8 F1.unit.mode cool expires=5"))
        .containsExactly("f.1 rejected deadline-passed");
  }

  @Test
  void b2_theDriverIsToldUntilWhenItMaySend() {
    assertThat(deadline("1 submit a bob 8 F1.unit.mode cool")).isEqualTo(31_000);
    assertThat(deadline("2 submit b bob 8 F1.unit.mode heat deadline=9")).isEqualTo(9_000);
  }

  private long deadline(String line) {
    return script.engine().apply(Script.input(line)).stream()
        .filter(Output.Write.class::isInstance)
        .map(Output.Write.class::cast)
        .toList()
        .get(0)
        .write()
        .deadline();
  }

  @Test
  void c1_inADevicesOwnArrayTheValueProvesOnlyTheLevelThatDecides() {
    script.run("1 slots L1.lamp.on 5=true\n1 submit a bob 8 L1.lamp.on true\n2 ack a.1");
    assertThat(script.run("3 sample L1.lamp.on true"))
        .as("level 5 shows the same")
        .isEmpty();
    assertThat(script.run("4 slots L1.lamp.on 5=true 8=true")).containsExactly("a.1 confirmed");
    assertThat(item("a").detail()).isEqualTo("device @5 = true");
    script.run("10 slots L1.lamp.on\n10 submit b bob 4 L1.lamp.on false\n10 ack b.1");
    assertThat(script.run("11 sample L1.lamp.on false")).containsExactly("b.1 confirmed");
    assertThat(item("b").detail()).isEmpty();
  }

  @Test
  void c2_aSlotIsReadBackByItsValue() {
    script.run("1 submit a bob 8 L1.lamp.on true\n2 ack a.1");
    assertThat(script.run("3 slots L1.lamp.on 8=false\n3 slots L1.lamp.on 7=true"))
        .isEmpty();
    assertThat(script.run("4 slots L1.lamp.on 8=true")).containsExactly("a.1 confirmed");
    script.run("5 submit r bob 8 L1.lamp.on null\n5 ack r.1");
    assertThat(script.run("6 slots L1.lamp.on 8=true")).isEmpty();
    assertThat(script.run("7 slots L1.lamp.on 9=true")).containsExactly("r.1 relinquished");
  }

  @Test
  void c3_aSlotThatTheDeviceLostIsKeptForItsSettlingTimeAndFiveSeconds() {
    script.run("1 submit a bob 16 L1.lamp.on true\n1 ack a.1\n2 slots L1.lamp.on 16=true");
    script.run("9 slots L1.lamp.on");
    assertThat(script.point("L1.lamp.on")).contains("[16=true bob]");
    script.run("9.001 slots L1.lamp.on");
    assertThat(script.point("L1.lamp.on")).doesNotContain("[");
  }

  @Test
  void c4_aSlotOnItsWayIsNotLostYet() {
    script.run("1 submit a bob 8 L1.lamp.on true\n8.9 ack a.1\n10 slots L1.lamp.on");
    assertThat(script.point("L1.lamp.on")).contains("[8=true bob]");
    assertThat(script.run("11.9 tick")).containsExactly("a.1 timed-out no-read-back");
    script.run("12 slots L1.lamp.on");
    assertThat(script.point("L1.lamp.on")).doesNotContain("[");
  }

  @Test
  void d1_aRefusedReleaseLeavesTheSlotAsItWas() {
    script.run(
        "1 submit a bob 8 F1.unit.mode cool expires=9\n1 ack a.1\n2 sample F1.unit.mode cool");
    script.run("3 submit r bob 8 F1.unit.mode null");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
    assertThat(script.run("4 refuse r.1")).containsExactly("r.1 failed refused");
    assertThat(script.point("F1.unit.mode")).contains("[8=cool bob]");
    assertThat(script.run("9 tick")).as("its end stands too").contains("expiry:a.1.1 sent");
    assertThat(script.run("10 refuse expiry:a.1.1")).hasSize(1);
    assertThat(script.point("F1.unit.mode")).as("it is over").doesNotContain("[");
  }

  @Test
  void d2_aSlotWhoseEndPassedMeanwhileDoesNotComeBack() {
    script.run(
        "1 submit a bob 8 F1.unit.mode cool expires=5\n1 ack a.1\n2 sample F1.unit.mode cool");
    script.run("3 submit b eve 8 F1.unit.mode heat\n5 refuse b.1");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
  }

  @Test
  void d3_aRefusedReleaseDoesNotTakeTheSlotOfWhoCameAfter() {
    script.run("1 submit a bob 8 L1.lamp.on true\n1 ack a.1\n2 slots L1.lamp.on 8=true");
    script.run("3 submit r bob 8 L1.lamp.on null");
    assertThat(script.run("3 submit b eve 8 L1.lamp.on false"))
        .containsExactly(
            "r.1 superseded newer-command", "b.1 sent", "write b.1 L1.lamp.on=false @8");
    assertThat(script.run("4 refuse r.1")).isEmpty();
    assertThat(script.point("L1.lamp.on")).contains("[8=false eve]");
  }
}
