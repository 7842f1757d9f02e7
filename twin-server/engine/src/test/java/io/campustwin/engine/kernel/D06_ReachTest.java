package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.Point;
import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.engine.linkage.Selector;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which points stand where, seen from a cause. Temperatures are in R1 and cameras in R2, of one storey and compartment;
 * intrusion zones are in R3 above, in no compartment.
 */
class D06_ReachTest {
  private static final Name NAME = new Name("甲", "x");

  private final Reach reach = Reach.of(AlarmCampus.model());

  private static Selector any(String point) {
    return new Selector("", "", point);
  }

  private static Effect effect(Effect.Where where, String point) {
    return new Effect(
        "e",
        NAME,
        EffectRun.By.CONTROLLER,
        where,
        any(point),
        Value.of(true),
        0,
        0,
        10_000,
        0,
        0,
        Effect.Until.HOLD,
        10_000);
  }

  /** Such as {@code temp:99}. */
  private String found(Effect.Where where, String... causes) {
    List<PointId> from = List.of(causes).stream().map(PointId::of).toList();
    List<String> found = new ArrayList<>();
    for (String point : List.of("temp", "online", "zone")) {
      int count = reach.targets(effect(where, point), from).size();
      if (count > 0) {
        found.add(point + ":" + count);
      }
    }
    return String.join(" ", found);
  }

  @ParameterizedTest
  @CsvSource({
    "SAME_EQUIPMENT, temp:1, zone:1",
    "SAME_SPACE, temp:99, zone:99",
    "SAME_COMPARTMENT, temp:99 online:50, zone:99",
    "SAME_STOREY, temp:99 online:50, zone:99",
    "STOREYS_AROUND, zone:99, temp:99 online:50",
    "SAME_BUILDING, temp:99 online:50 zone:99, temp:99 online:50 zone:99",
    "CAMPUS, temp:99 online:50 zone:99, temp:99 online:50 zone:99",
    "EGRESS_DOORS, '', ''",
    "CAMERAS_SEEING, online:50, ''",
    "BROADCAST_ZONES, '', ''"
  })
  void a1_everyRelationHasItsTargets(Effect.Where where, String fromBelow, String fromAbove) {
    assertThat(found(where, "T1.temp")).isEqualTo(fromBelow);
    assertThat(found(where, "Z7.zone")).isEqualTo(fromAbove);
    assertThat(found(where, "NO.such")).isEmpty();
  }

  @Test
  void a2_aroundSeveralCausesEachTargetCountsOnce() {
    assertThat(found(Effect.Where.SAME_SPACE, "T1.temp", "T2.temp", "Z1.zone"))
        .isEqualTo("temp:99 zone:99");
    assertThat(reach.targets(
            effect(Effect.Where.SAME_EQUIPMENT, "temp"),
            List.of(PointId.of("T9.temp"), PointId.of("T2.temp"))))
        .extracting(Point::equipment)
        .as("in the order of the model")
        .containsExactly("T2", "T9");
  }

  @Test
  void a3_aSelectorMayAskForTheKindOfRoom() {
    assertThat(reach.points(new Selector("", "", "temp", "", "classroom"))).hasSize(99);
    assertThat(reach.points(new Selector("", "", "temp", "", "outdoor"))).isEmpty();
    assertThat(reach.points(new Selector("", "", "temp", "T3", ""))).hasSize(1);
    assertThat(reach.points(new Selector("camera", "", "temp"))).isEmpty();
    assertThat(reach.points(new Selector("", "other", "temp"))).isEmpty();
  }

  private static Linkage linkage(Cause.Within within, int count, boolean every, String... points) {
    List<Cause.Term> terms = List.of(points).stream()
        .map(point ->
            new Cause.Term(any(point), null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
        .toList();
    return new Linkage("x", NAME, new Cause(terms, count, every, within, 0), List.of());
  }

  private Set<String> places(Cause.Within within, int count, boolean every, String... points) {
    return reach.causes(linkage(within, count, every, points)).keySet();
  }

  @Test
  void b1_twoSortsOfDetectorsMeetOnlyWhereBothAre() {
    assertThat(places(Cause.Within.EQUIPMENT, 2, true, "temp", "online")).isEmpty();
    assertThat(places(Cause.Within.SPACE, 2, true, "temp", "online")).isEmpty();
    assertThat(places(Cause.Within.FIRE_COMPARTMENT, 2, true, "temp", "online"))
        .containsExactly("Z1");
    assertThat(places(Cause.Within.SECURITY_ZONE, 2, true, "temp", "online"))
        .containsExactly("A-1");
    assertThat(places(Cause.Within.STOREY, 2, true, "temp", "online")).containsExactly("A-1");
    assertThat(places(Cause.Within.STOREY, 2, true, "temp", "zone")).isEmpty();
    assertThat(places(Cause.Within.BUILDING, 2, true, "temp", "zone")).containsExactly("A");
    assertThat(places(Cause.Within.CAMPUS, 2, true, "temp", "zone")).containsExactly("tiny");
  }

  @Test
  void b2_aPlaceNeedsAsManyDetectorsAsTheCauseCounts() {
    assertThat(places(Cause.Within.SPACE, 99, false, "temp")).containsExactly("R1");
    assertThat(places(Cause.Within.SPACE, 100, false, "temp")).isEmpty();
    assertThat(places(Cause.Within.SPACE, 1, true, "gas", "online")).isEmpty();
    assertThat(places(Cause.Within.STOREY, 1, true, "gas", "online")).containsExactly("A-1");
    assertThat(places(Cause.Within.SPACE, 1, false, "gas", "online")).containsExactly("R1", "R2");
    assertThat(places(Cause.Within.SPACE, 2, true, "gas", "gas"))
        .as("one piece cannot be two")
        .isEmpty();
    assertThat(places(Cause.Within.EQUIPMENT, 1, true, "gas")).containsExactly("G1");
    assertThat(reach
            .causes(linkage(Cause.Within.SPACE, 1, false, "gas", "pressed"))
            .get("R1"))
        .containsExactly(List.of(PointId.of("G1.gas")), List.of(PointId.of("B1.pressed")));
  }
}
