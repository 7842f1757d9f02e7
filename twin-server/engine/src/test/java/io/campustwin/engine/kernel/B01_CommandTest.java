package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class B01_CommandTest {
  private final Script script = Script.plain();

  @Test
  void a1_requestedSentAcknowledgedConfirmed() {
    assertThat(script.run("""
                0 sample F1.unit.mode off
                1 submit c1 bob 8 F1.unit.mode cool
                2 ack c1.1
                3 sample F1.unit.mode cool
                """))
        .containsExactly(
            "c1.1 sent", "write c1.1 F1.unit.mode=cool @8", "c1.1 acknowledged", "c1.1 confirmed");
    assertThat(script.point("F1.unit.mode")).isEqualTo("F1.unit.mode cool good [8=cool bob]");
    assertThat(script.engine().snapshot().listCommandItems("c1").get(0).times().values())
        .containsExactly(1000L, 1000L, 1000L, 2000L, 3000L);
  }

  @Test
  void a2_whatCannotBeIsRejectedByName() {
    assertThat(script.run("""
                1 submit a bob 8 NO.such,T1.temp,F1.set.point,F1.unit.mode hot
                1 submit b bob 8 F1.set.point 99
                1 submit c bob 0 F1.unit.mode cool
                1 submit d bob 8 F1.unit.mode hot
                5 submit e bob 8 F1.unit.mode cool deadline=4
                """))
        .containsExactly(
            "a.1 rejected unknown-point",
            "a.2 rejected not-writable",
            "a.3 rejected wrong-type",
            "a.4 rejected unknown-state",
            "b.1 rejected out-of-range",
            "c.1 rejected bad-priority",
            "d.1 rejected unknown-state",
            "e.1 rejected deadline-passed");
  }

  @Test
  void a3_theSameIdTwiceActuatesOnce() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool");
    assertThat(script.run("2 submit c1 bob 8 F1.unit.mode heat")).isEmpty();
    assertThat(script.engine().snapshot().listCommandItems("c1")).hasSize(1);
  }

  @Test
  void a4_aReadBackWithinToleranceConfirms() {
    script.run("1 submit c1 bob 8 F1.set.point 22\n1 ack c1.1");
    assertThat(script.run("2 sample F1.set.point 22.6")).isEmpty();
    assertThat(script.run("3 sample F1.set.point 22.4")).containsExactly("c1.1 confirmed");
  }

  @Test
  void a5_aDeviceThatShowsItAlreadyConfirmsWithItsAcknowledgement() {
    script.run("0 sample F1.unit.mode cool\n1 submit c1 bob 8 F1.unit.mode cool");
    assertThat(script.run("1 ack c1.1")).containsExactly("c1.1 acknowledged", "c1.1 confirmed");
  }

  @Test
  void b1_noAnswerTimesOut() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool");
    assertThat(script.run("8 tick")).isEmpty();
    assertThat(script.run("9 tick")).containsExactly("c1.1 timed-out no-answer");
  }

  @Test
  void b2_noReadBackTimesOut() {
    script.run("0 sample F1.unit.mode off\n1 submit c1 bob 8 F1.unit.mode cool\n2 ack c1.1");
    assertThat(script.run("4 sample F1.unit.mode off\n5 tick"))
        .containsExactly("c1.1 timed-out no-read-back");
  }

  @Test
  void b3_whatSurelyDidNotHappenPutsTheSlotBack() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool\n2 submit c2 eve 8 F1.unit.mode heat");
    assertThat(script.run("3 linkdown c2.1")).containsExactly("c2.1 failed link-down");
    assertThat(script.point("F1.unit.mode")).contains("[8=cool bob]");
    script.run("4 submit c3 eve 9 F1.set.point 20");
    assertThat(script.run("5 refuse c3.1")).containsExactly("c3.1 failed refused");
    assertThat(script.point("F1.set.point")).doesNotContain("[");
  }

  @Test
  void b4_aNewerCommandOnTheSameSlotSupersedes() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool");
    assertThat(script.run("2 submit c2 eve 8 F1.unit.mode heat"))
        .containsExactly(
            "c1.1 superseded newer-command", "c2.1 sent", "write c2.1 F1.unit.mode=heat @8");
    assertThat(script.run("3 ack c1.1")).isEmpty();
  }

  @Test
  void b5_afterARestartWhatWasUnderWayHasFailedAndSlotsStand() {
    script.run("1 submit c1 bob 8 F1.unit.mode,L1.lamp.on cool");
    assertThat(script.reloaded().run("2 restart")).containsExactly("c1.1 failed restart");
    assertThat(script.point("F1.unit.mode")).contains("[8=cool bob]");
    assertThat(script.run("30 tick")).isEmpty();
  }
}
