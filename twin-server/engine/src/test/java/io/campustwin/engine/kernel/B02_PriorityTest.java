package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** F1 has no array of its own: it gets the effective value. L1 (BACnet) keeps its own: it gets every slot. */
class B02_PriorityTest {
  private final Script script = Script.plain();

  @Test
  void a1_belowAStrongerSlotACommandWaits() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool\n1 ack c1.1\n2 sample F1.unit.mode cool");
    assertThat(script.run("3 submit s1 schedule:x 16 F1.unit.mode heat"))
        .containsExactly("s1.1 superseded held-by-higher-priority");
    assertThat(script.point("F1.unit.mode"))
        .isEqualTo("F1.unit.mode cool good [8=cool bob] [16=heat schedule:x]");
  }

  @Test
  void a2_relinquishingLetsTheNextOneDecide() {
    a1_belowAStrongerSlotACommandWaits();
    assertThat(
            script.run("4 submit r bob 8 F1.unit.mode null\n5 ack r.1\n6 sample F1.unit.mode heat"))
        .containsExactly(
            "r.1 sent", "write r.1 F1.unit.mode=heat @16", "r.1 acknowledged", "r.1 relinquished");
  }

  @Test
  void a3_theLastSlotGoneTheRestValueIsWritten() {
    script.run("1 submit c1 bob 8 F1.unit.mode cool\n1 ack c1.1\n2 sample F1.unit.mode cool");
    assertThat(script.run("3 submit r bob 8 F1.unit.mode null"))
        .containsExactly("r.1 sent", "write r.1 F1.unit.mode=off @8");
    assertThat(script.run("4 submit q bob 9 F1.set.point null"))
        .containsExactly("q.1 relinquished");
  }

  @Test
  void a4_anExpiredSlotIsGivenUpByItself() {
    script.run(
        "1 submit c1 bob 8 F1.unit.mode cool expires=9\n1 ack c1.1\n2 sample F1.unit.mode cool");
    assertThat(script.run("8 tick")).isEmpty();
    assertThat(script.reloaded().run("9 tick"))
        .containsExactly("expiry:c1.1.1 sent", "write expiry:c1.1.1 F1.unit.mode=off @8");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
  }

  @Test
  void a5_anAutomaticOwnerGivesUpOnlyItsOwn() {
    script.run("1 submit c1 bob 16 F1.unit.mode cool");
    assertThat(script.run("2 submit s schedule:x 16 F1.unit.mode null"))
        .containsExactly("s.1 rejected not-owner");
  }

  @Test
  void b1_everySlotOfADevicesOwnArrayIsWritten() {
    script.run("1 submit c1 bob 8 L1.lamp.on true\n1 ack c1.1\n2 slots L1.lamp.on 8=true");
    assertThat(script.run(
            "3 submit s1 schedule:x 16 L1.lamp.on false\n4 ack s1.1\n5 sample L1.lamp.on true"))
        .containsExactly("s1.1 sent", "write s1.1 L1.lamp.on=false @16", "s1.1 acknowledged");
    assertThat(script.run("6 slots L1.lamp.on 8=true 16=false")).containsExactly("s1.1 confirmed");
  }

  @Test
  void b2_aSlotIsRelinquishedByNull() {
    script.run("1 submit c1 bob 8 L1.lamp.on true\n1 ack c1.1\n2 slots L1.lamp.on 8=true");
    assertThat(script.run("3 submit r bob 8 L1.lamp.on null\n4 ack r.1\n5 slots L1.lamp.on"))
        .containsExactly(
            "r.1 sent", "write r.1 L1.lamp.on=null @8", "r.1 acknowledged", "r.1 relinquished");
  }

  @Test
  void b3_slotsOfOthersAreShownAsTheDevices() {
    script.run("1 submit c1 bob 8 L1.lamp.on true\n1 ack c1.1\n2 slots L1.lamp.on 8=true 5=false");
    assertThat(script.point("L1.lamp.on"))
        .isEqualTo("L1.lamp.on null bad(never-reported) [5=false device] [8=true bob]");
    script.run("3 slots L1.lamp.on 8=true");
    assertThat(script.point("L1.lamp.on")).endsWith("reported) [8=true bob]");
  }

  @Test
  void b4_aSlotThatSomebodyElseTookIsTheDevices() {
    script.run("1 submit c1 bob 8 L1.lamp.on true\n1 ack c1.1\n2 slots L1.lamp.on 8=true");
    script.run("60 slots L1.lamp.on 8=false");
    assertThat(script.point("L1.lamp.on")).endsWith("[8=false device]");
  }

  @Test
  void b5_theReadBackMayComeBeforeTheAcknowledgement() {
    assertThat(
            script.run("1 submit c1 bob 8 L1.lamp.on true\n2 slots L1.lamp.on 8=true\n3 ack c1.1"))
        .endsWith("c1.1 acknowledged", "c1.1 confirmed");
  }
}
