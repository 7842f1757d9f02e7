package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.WriteLimits;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Minimum times of points that are more than a switch: a fan with two modes, a lamp, a speed, without a rest value. */
class B06_SwitchTest {
  private final Script script = new Script(model(), Rules.none());

  /** Each must run 60 s and rest 30 s. */
  private static CampusModel model() {
    CampusModel tiny = TinyCampus.model();
    List<String> limited = List.of("F1.unit.mode", "L1.lamp.on", "C1.chiller.speed");
    List<Point> points = tiny.points().stream()
        .map(point -> limited.contains(point.id().text()) ? limited(point) : point)
        .toList();
    return new CampusModel(
        tiny.campus(), tiny.kinds(), tiny.equipment(), points, List.of(), Map.of());
  }

  private static Point limited(Point point) {
    PointTemplate one = point.template();
    PointTemplate template = new PointTemplate(
        one.name(),
        one.label(),
        one.type(),
        one.states(),
        one.unit(),
        one.min(),
        one.max(),
        one.writable(),
        one.periodMillis(),
        one.tolerance(),
        one.settleMillis(),
        one.restValue(),
        one.alarm(),
        one.isPublic(),
        new WriteLimits(60_000, 30_000, 0));
    return new Point(
        point.id(),
        point.name(),
        template,
        point.equipment(),
        point.equipmentKind(),
        point.space(),
        point.system(),
        point.address());
  }

  private void cool() {
    script.run("0 sample F1.unit.mode off\n1 submit a bob 8 F1.unit.mode cool\n1 ack a.1");
    script.run("2 sample F1.unit.mode cool");
  }

  private String reason(String point) {
    return script.engine().snapshot().findPoint(PointId.of(point)).orElseThrow().slots().stream()
        .filter(slot -> slot.level() == 6)
        .map(Slot::reason)
        .toList()
        .get(0);
  }

  @Test
  void a1_anotherModeIsTakenOverAtOnceAndTheTimeRunsOn() {
    cool();
    assertThat(script.run("30 submit b eve 8 F1.unit.mode heat"))
        .containsExactly("b.1 sent", "write b.1 F1.unit.mode=heat @8");
    assertThat(script.point("F1.unit.mode")).contains("[6=heat minimum] [8=heat eve]");
    script.run("30 ack b.1\n31 sample F1.unit.mode heat");
    assertThat(script.run("61 tick")).containsExactly("expiry:minimum:2.1 relinquished");
  }

  @Test
  void a2_belowAnotherSlotTheModeStaysAsItIs() {
    cool();
    assertThat(script.run("30 submit b eve 9 F1.unit.mode heat"))
        .containsExactly("b.1 superseded held-by-higher-priority");
    assertThat(script.point("F1.unit.mode")).contains("[6=cool minimum] [8=cool bob] [9=heat eve]");
  }

  @Test
  void a3_justBelowLevelSixItIsHeldToo() {
    script.run("0 sample F1.unit.mode off\n1 submit a bob 8 F1.unit.mode cool");
    assertThat(script.run("30 submit b eve 7 F1.unit.mode off nowait"))
        .containsExactly("b.1 rejected minimum-time");
    assertThat(script.engine().snapshot().listCommandItems("b").get(0).detail())
        .isEqualTo("minimum @6 = cool");
    assertThat(script.run("31 submit c eve 7 F1.unit.mode cool nowait")).contains("c.1 sent");
  }

  @Test
  void b1_aLampIsOffWhenItIsFalse() {
    script.run("0 sample L1.lamp.on false\n1 submit a bob 8 L1.lamp.on true");
    assertThat(script.point("L1.lamp.on")).contains("[6=true minimum]");
    assertThat(reason("L1.lamp.on")).isEqualTo("最短运行时间 / minimum on time");
    script.run("99 tick\n100 sample L1.lamp.on true\n100 submit b bob 8 L1.lamp.on false");
    assertThat(reason("L1.lamp.on")).isEqualTo("最短停机时间 / minimum off time");
  }

  @Test
  void b2_aSpeedIsOffAtZeroAndAnotherSpeedThrowsNothing() {
    script.run("0 sample C1.chiller.speed 0\n1 submit a bob 8 C1.chiller.speed 40");
    assertThat(script.point("C1.chiller.speed")).contains("[6=40.0 minimum]");
    assertThat(script.run("2 submit b bob 8 C1.chiller.speed 60"))
        .contains("write b.1 C1.chiller.speed=60.0 @8");
    assertThat(script.run("3 submit c bob 8 C1.chiller.speed 0 nowait"))
        .containsExactly("c.1 rejected minimum-time");
  }
}
