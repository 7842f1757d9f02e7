package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds which slot, who gives way, and what ends by itself. */
class B05_SlotTest {
  private final Script script = Script.plain();

  private String detail(String command) {
    return script.engine().snapshot().listCommandItems(command).get(0).detail();
  }

  private List<Slot> slots(String point) {
    return script.engine().snapshot().findPoint(PointId.of(point)).orElseThrow().slots();
  }

  @Test
  void a1_readersAreToldOfEveryChangeOfASlot() {
    script.showingPoints();
    assertThat(script.run("1 submit a bob 8 L1.lamp.on true"))
        .contains("L1.lamp.on null bad(never-reported) [8=true bob]");
    assertThat(script.run("2 slots L1.lamp.on 8=true 16=false"))
        .contains("L1.lamp.on null bad(never-reported) [8=true bob] [16=false device]");
    assertThat(script.run("3 slots L1.lamp.on 8=true 16=false")).isEmpty();
  }

  @Test
  void a2_aDevicesOwnArrayHasSixteenLevels() {
    script.run("1 slots L1.lamp.on 0=true 1=true 16=false 17=true");
    assertThat(script.point("L1.lamp.on")).endsWith("[1=true device] [16=false device]");
  }

  @Test
  void a3_slotsOfOthersAreDatedFromTheirFirstSightAndSurviveARestore() {
    script.run("1 slots L1.lamp.on 5=false 9=true\n7 slots L1.lamp.on 5=false 9=false");
    assertThat(slots("L1.lamp.on")).extracting(Slot::since).containsExactly(1_000L, 7_000L);
    script.reloaded();
    assertThat(slots("L1.lamp.on")).extracting(Slot::since).containsExactly(1_000L, 7_000L);
  }

  @Test
  void a4_aSlotOfAnotherIsGivenUpInTheDevice() {
    script.run("1 slots L1.lamp.on 8=true");
    assertThat(script.run("2 submit r bob 8 L1.lamp.on null"))
        .containsExactly("r.1 sent", "write r.1 L1.lamp.on=null @8");
    assertThat(script.run("3 submit q bob 9 L1.lamp.on null")).containsExactly("q.1 relinquished");
    assertThat(script.run("4 submit s schedule:x 8 L1.lamp.on null"))
        .containsExactly("s.1 rejected not-owner");
    assertThat(detail("s")).isEmpty();
  }

  @Test
  void b1_whoIsTurnedAwayIsToldByWhom() {
    script.run("1 submit a bob 8 F1.unit.mode cool");
    script.run("2 submit b eve 9 F1.unit.mode heat");
    assertThat(detail("b")).isEqualTo("bob @8 = cool");
    script.run("3 submit c schedule:x 8 F1.unit.mode null");
    assertThat(detail("c")).isEqualTo("bob @8 = cool");
    script.run("4 submit d eve 9 F1.unit.mode null");
    assertThat(detail("d")).isEqualTo("bob @8 = cool");
  }

  @Test
  void b2_whatAStrongerOneOvertakesIsOver() {
    script.run("1 submit a bob 8 F1.unit.mode cool");
    assertThat(script.run("2 submit b eve 5 F1.unit.mode heat"))
        .containsExactly(
            "a.1 superseded newer-command", "b.1 sent", "write b.1 F1.unit.mode=heat @5");
    assertThat(detail("a")).isEqualTo("b.1");
    assertThat(script.point("F1.unit.mode")).contains("[5=heat eve] [8=cool bob]");
  }

  @Test
  void b3_releasingWhatIsStillUnderWayEndsIt() {
    script.run("1 submit a bob 8 F1.unit.mode cool");
    assertThat(script.run("2 submit r bob 8 F1.unit.mode null"))
        .containsExactly(
            "a.1 superseded newer-command", "r.1 sent", "write r.1 F1.unit.mode=off @8");
  }

  @Test
  void c1_anItemWhoseSlotEndsBeforeItIsShownExpires() {
    script.run("1 submit a bob 8 F1.unit.mode cool expires=4");
    assertThat(script.run("4 tick"))
        .containsExactly(
            "a.1 expired slot-expired",
            "expiry:a.1.1 sent",
            "write expiry:a.1.1 F1.unit.mode=off @8");
  }

  @Test
  void c2_whatEndsAtOneMomentEndsInTheOrderOfPointsAndLevels() {
    script.run("1 submit a bob 9 F1.unit.mode,A1.door.lock heat expires=9");
    script.run("1 submit b bob 8 F1.unit.mode cool expires=9");
    script.run("1 submit c bob 8 L1.lamp.on true expires=9");
    script.run("1 submit d bob 8 F1.set.point 20 expires=10");
    assertThat(script.reloaded().run("9 tick"))
        .filteredOn(line -> line.startsWith("expiry") && !line.contains("superseded"))
        .extracting(line -> line.replaceAll(" .*", ""))
        .containsExactly("expiry:c.1.1", "expiry:b.1.1", "expiry:a.1.1");
    assertThat(script.point("F1.unit.mode")).doesNotContain("[");
    assertThat(script.point("F1.set.point")).contains("[8=20.0 bob]");
  }

  @Test
  void c3_aNewerCommandOnASlotBringsItsOwnEnd() {
    script.run("1 submit a bob 8 F1.unit.mode cool expires=9");
    script.run("2 submit b bob 8 F1.unit.mode heat expires=20");
    assertThat(script.run("9 tick")).noneMatch(line -> line.startsWith("expiry"));
    assertThat(script.run("20 tick")).contains("expiry:b.1.1 sent");
  }

  @Test
  void d1_aNewerStaggeredCommandEndsWhatWaitsForItsSlots() {
    String two = " bob 8 C1.chiller.speed,C2.chiller.speed ";
    script.run("1 submit a" + two + "10 persecond=1");
    assertThat(script.run("1.5 submit b" + two + "20 persecond=1"))
        .contains("a.2 superseded newer-command", "b.1 sent")
        .doesNotContain("b.2 sent");
    assertThat(detail("a")).isEqualTo("b.1");
    assertThat(script.run("2.5 tick"))
        .contains("write b.2 C2.chiller.speed=20.0 @8")
        .noneMatch(line -> line.contains("a.2"));
  }

  @Test
  void d2_setPointsSayNothingAboutPower() {
    assertThat(script.run("1 submit a bob 8 F1.set.point,H1.zone.setpoint 20 watts=1"))
        .contains("write a.1 F1.set.point=20.0 @8", "write a.2 H1.zone.setpoint=20.0 @8");
  }
}
