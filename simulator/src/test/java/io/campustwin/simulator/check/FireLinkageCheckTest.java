package io.campustwin.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.Point;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The check "fire-linkage" of the catalogue on the schools as they are bundled: their own model, linkages and interlocks,
 * a fire on the second storey of building A, clause by clause. Then something is taken away or broken, and the clauses
 * that lost it name it.
 */
class FireLinkageCheckTest {
  private static final School DEMO = School.of("demo");

  private static FireExercise fire(School school) {
    return FireExercise.of(school, "A2-COR-SD1", "A2-COR-SD2");
  }

  /** One line a clause. */
  private static String report(FireExercise seen) {
    return FireClauses.judge(seen, "A2-COR").entrySet().stream()
        .map(one -> one.getKey() + ": " + verdict(one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String verdict(Set<String> lost) {
    return lost.isEmpty() ? "holds" : "lost " + names(lost);
  }

  private static String names(Set<String> lost) {
    String first = lost.stream().limit(4).collect(Collectors.joining(" "));
    return lost.size() <= 4 ? first : first + " and " + (lost.size() - 4) + " more";
  }

  /** The clauses that do not hold. */
  private static String lost(Map<String, Set<String>> clauses) {
    return clauses.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + ": " + names(one.getValue()))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource({"demo", "small"})
  void a1_everyClauseHolds(String school) {
    assertThat(report(fire(School.of(school)))).isEqualTo("""
            fire-sounder-all-zones: holds
            fire-sounder-burst: holds
            fire-sounder-alternates: holds
            fire-broadcast-message: holds
            fire-broadcast-whole-building: holds
            fire-emergency-light-start: holds
            fire-pressurisation-start: holds
            fire-doors-open: holds
            fire-access-release: holds
            fire-power-must-stay: holds
            fire-lighting-cut: holds
            fire-lift-recall: holds
            fire-feedback: holds""");
  }

  @Test
  void a2_theClausesAreThoseOfTheCatalogue() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(School.class.getResourceAsStream("/catalogue/thresholds.yaml"))) {
      Tree catalogue = Objects.requireNonNull(YamlText.read(in.readAllBytes()).tree());
      Tree check = catalogue.find("checks").orElseThrow().items().stream()
          .filter(one -> one.text("id").orElse("").equals("fire-linkage"))
          .findFirst()
          .orElseThrow();
      assertThat(FireClauses.judge(fire(DEMO), "A2-COR").keySet())
          .containsExactlyElementsOf(check.texts("thresholds"));
    }
  }

  /** The fire boundary: what the certified controller does is watched and timed, never commanded. */
  @Test
  void a3_thePlatformNeverActsForTheController() {
    FireExercise seen = fire(DEMO);
    List<EffectRun> watched = seen.run().orElseThrow().effects().stream()
        .filter(effect -> effect.by() == EffectRun.By.CONTROLLER)
        .toList();
    Set<PointId> written =
        seen.writes().stream().map(FieldWrite::point).collect(Collectors.toSet());
    assertThat(watched).hasSizeGreaterThan(20).allMatch(effect -> effect.sent() == 0);
    assertThat(watched).noneMatch(effect -> written.contains(effect.target()));
    assertThat(written).allMatch(id -> seen.model()
        .findPoint(id)
        .map(Point::template)
        .filter(template -> template.writable())
        .isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "drop effect sounders          | fire-sounder-all-zones: A1-COR-SO1 A2-COR-SO1 A3-COR-SO1 A4-COR-SO1",
        "drop effect emergency-lights  | fire-emergency-light-start: A1-COR-EL1 A1-COR-EL2 A1-ST1-EL1 A1-ST2-EL1 and 12 more",
        "drop effect pressurisation    | fire-pressurisation-start: A4-ST1-PR1 A4-ST2-PR1",
        "drop effect release-doors     | fire-doors-open: A1-ST1-AD1 A1-ST2-AD1; fire-access-release: A1-ST1-AD1 A1-ST2-AD1",
        "drop effect gates             | fire-doors-open: GATE-N-GT1 GATE-N-GT2 GATE-S-GT1 GATE-S-GT2",
        "drop effect barriers          | fire-doors-open: GATE-N-VB1 GATE-S-VB1",
        "drop effect lifts             | fire-lift-recall: A1-COR-LT1",
        "drop effect broadcast         | fire-sounder-alternates: A1-COR-BZ1 A2-COR-BZ1 A3-COR-BZ1 A4-COR-BZ1; fire-broadcast-message: A1-COR-BZ1 A2-COR-BZ1 A3-COR-BZ1 A4-COR-BZ1; fire-broadcast-whole-building: A1-COR-BZ1 A2-COR-BZ1 A3-COR-BZ1 A4-COR-BZ1",
        "drop effect broadcast-message | fire-broadcast-whole-building: A1-COR-BZ1 A2-COR-BZ1 A3-COR-BZ1 A4-COR-BZ1",
        "drop equipment A3-COR-SO1     | fire-sounder-all-zones: COMP-A3",
        "drop equipment A4-COR-BZ1     | fire-broadcast-whole-building: COMP-A4",
        "drop equipment A4-ST2-PR1     | fire-pressurisation-start: A4-ST2",
      })
  void b1_whatTheLinkageOrTheModelLostIsNamed(String change, String named) {
    assertThat(lost(FireClauses.judge(fire(DEMO.with(change)), "A2-COR"))).isEqualTo(named);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "controller burst 7            | fire-sounder-burst: A1-COR-SO1 A2-COR-SO1 A3-COR-SO1 A4-COR-SO1",
        "controller burst 21           | fire-sounder-burst: A1-COR-SO1 A2-COR-SO1 A3-COR-SO1 A4-COR-SO1",
        "controller message 9          | fire-broadcast-message: A1-COR-BZ1 A2-COR-BZ1 A3-COR-BZ1 A4-COR-BZ1",
        "controller pressurisation 16  | fire-pressurisation-start: A4-ST1-PR1 A4-ST2-PR1",
        "stuck A1-ST1-AD1              | fire-doors-open: A1-ST1-AD1; fire-access-release: A1-ST1-AD1",
        "stuck GATE-S-VB1              | fire-doors-open: GATE-S-VB1",
        "stuck A1-COR-LT1              | fire-lift-recall: A1-COR-LT1",
        "broken A2-COR-CA1             | fire-power-must-stay: A2-COR-CA1",
      })
  void b2_whatADeviceDoesNotDoIsNamedAndHasAReason(String change, String named) {
    FireExercise seen = fire(DEMO.with(change));
    assertThat(lost(FireClauses.judge(seen, "A2-COR"))).isEqualTo(named);
    assertThat(seen.run().orElseThrow().effects())
        .filteredOn(effect -> effect.outcome() != EffectRun.Outcome.CONFIRMED)
        .allMatch(effect -> !effect.reason().isEmpty());
  }

  /** The interlock keeps the lights on whatever the linkage says; without it the loss is seen. */
  @Test
  void b3_normalLightingIsKeptByTheInterlock() {
    School dark = DEMO.with("add lights-out");
    FireExercise kept = fire(dark);
    assertThat(lost(FireClauses.judge(kept, "A2-COR"))).isEmpty();
    assertThat(kept.run().orElseThrow().effects())
        .filteredOn(effect -> effect.effect().equals("lights-out"))
        .isNotEmpty()
        .allMatch(effect -> effect.outcome() == EffectRun.Outcome.FAILED);
    assertThat(lost(FireClauses.judge(fire(dark.with("drop interlock lights-stay")), "A2-COR")))
        .startsWith("fire-lighting-cut: A");
  }
}
