package io.campustwin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.EquipmentKind;
import io.campustwin.codec.KindsReader;
import io.campustwin.unit.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandardsTest {
  @Test
  void a1_thereAre377IndicatorsInFiveStandards() {
    Map<String, Integer> counts = Standards.list().stream()
        .collect(Collectors.toMap(Standard::id, one -> one.indicators().size()));
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("beijing", 126, "henan", 81, "shaanxi", 55, "taizhou", 70, "lhasa", 45));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(377);
  }

  @Test
  void a2_thereAre74SystemsAnd37Scenarios() {
    assertThat(Systems.list()).hasSize(74);
    assertThat(ScenarioCatalogue.list()).hasSize(37);
    assertThat(Thresholds.list()).hasSize(243);
  }

  @Test
  void a3_henanAddsUpTo110() {
    Standard henan = Standards.find("henan").orElseThrow();
    assertThat(henan.indicators().stream()
            .mapToDouble(one -> one.points().orElse(0))
            .sum())
        .isEqualTo(110);
    assertThat(
            henan.areas().stream().mapToDouble(area -> area.points().orElse(0)).sum())
        .isEqualTo(110);
    assertThat(henan.indicators().stream()
            .collect(Collectors.groupingBy(Indicator::mode, Collectors.counting())))
        .isEqualTo(
            Map.of(Mode.MEASURED, 4L, Mode.INVENTORY, 14L, Mode.SCENARIO, 3L, Mode.EVIDENCE, 60L));
  }

  @Test
  void a4_levelsOfTaizhouAndLhasa() {
    assertThat(Standards.find("taizhou").orElseThrow().scoring().levels())
        .extracting(Scoring.Level::id)
        .containsExactly("qualified", "good", "benchmark");
    assertThat(Standards.find("lhasa").orElseThrow().scoring().levels().get(0).atLeast())
        .isEqualTo("85");
  }

  @Test
  void b1_everyReferenceLeadsSomewhere() {
    Set<String> systems = Systems.list().stream().map(SystemEntry::key).collect(Collectors.toSet());
    Set<String> scenarios =
        ScenarioCatalogue.list().stream().map(ScenarioEntry::id).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (Standard standard : Standards.list()) {
      Set<String> groups = standard.areas().stream()
          .flatMap(area -> area.groups().stream())
          .map(Group::id)
          .collect(Collectors.toSet());
      for (Indicator entry : standard.entries()) {
        assertThat(ids.add(entry.id())).as(entry.id()).isTrue();
        assertThat(systems).as(entry.id()).containsAll(entry.systems());
        assertThat(scenarios).as(entry.id()).containsAll(entry.verification().scenarios());
        assertThat(groups).as(entry.id()).contains(entry.group());
      }
    }
    for (ScenarioEntry scenario : ScenarioCatalogue.list()) {
      assertThat(ids).as(scenario.id()).containsAll(scenario.deciding());
      assertThat(systems).as(scenario.id()).containsAll(scenario.systems());
    }
  }

  @Test
  void b2_everyKindOfEquipmentBelongsToASystem() {
    List<String> systems = Systems.list().stream().map(SystemEntry::key).toList();
    assertThat(KindsReader.bundled().kinds().values())
        .extracting(EquipmentKind::system)
        .allMatch(systems::contains);
  }

  @Test
  void b3_factsKeepTheirFigures() {
    Indicator exit = Standards.find("henan").orElseThrow().find("HN-B1.2").orElseThrow();
    assertThat(exit.facts().get(0).number()).contains(1000.0);
    assertThat(exit.facts().get(0).anyOf()).isEqualTo("exit");
    assertThat(Units.isKnown(exit.facts().get(0).unit())).isTrue();
    assertThat(exit.verification().scenarios()).containsExactly("LD-NET-PEAK", "FL-EXIT-LINK");
  }
}
