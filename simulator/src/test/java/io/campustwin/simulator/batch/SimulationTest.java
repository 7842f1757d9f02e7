package io.campustwin.simulator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Days of the small school under its own schedules. */
class SimulationTest {
  private static final CampusFiles FILES = BundledCampus.find("small").orElseThrow();
  private static final CampusModel MODEL =
      Objects.requireNonNull(CampusReader.read(FILES).model());
  private static final Rules RULES = RulesReader.read(FILES, MODEL).rules();

  private final List<String> rooms = new ArrayList<>();
  private final List<String> meters = new ArrayList<>();

  private SimulationResult run(long seed, LocalDate from, int days) {
    SimulationPlan plan =
        new SimulationPlan(seed, from, days, 3600, ZoneId.of("Asia/Shanghai"), null, null);
    return Simulation.run(
        MODEL,
        RULES,
        plan,
        (table, line) -> {
          if (table == Table.ROOMS) {
            rooms.add(line);
          } else if (table == Table.METERS) {
            meters.add(line);
          }
        },
        percent -> {});
  }

  private SimulationResult monday() {
    return run(7, SimulationPlan.TERM_MONDAY, 1);
  }

  private List<Double> hours(String space, int column) {
    return rooms.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].equals(space))
        .map(cells -> Double.parseDouble(cells[column]))
        .toList();
  }

  private static String classroom() {
    return MODEL.campus().spaces().stream()
        .filter(space -> space.kind() == io.campustwin.place.SpaceKind.CLASSROOM)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void a1_sameSeedSameHashOtherSeedAnother() {
    SimulationResult first = monday();
    assertThat(monday().toJson()).isEqualTo(first.toJson());
    assertThat(run(8, SimulationPlan.TERM_MONDAY, 1).hash()).isNotEqualTo(first.hash());
  }

  @Test
  void a2_aDayHas24RowsForEveryRoom() {
    SimulationResult result = monday();
    long indoors = MODEL.campus().spaces().stream()
        .filter(space -> space.building() != null)
        .count();
    assertThat(result.rows().get(Table.ROOMS)).isEqualTo((int) (24 * indoors));
    assertThat(result.rows().get(Table.WEATHER)).isEqualTo(24);
    assertThat(rooms.get(0)).isEqualTo(Table.ROOMS.head());
    assertThat(rooms.get(1)).startsWith("2026-03-02T01:00+08:00,");
  }

  @Test
  void b1_theSchoolDayShowsInLightPeopleAndAir() {
    SimulationResult result = monday();
    String room = classroom();
    List<Double> light = hours(room, 5);
    assertThat(light.get(2)).isLessThan(5);
    assertThat(light.get(9)).isGreaterThan(200);
    assertThat(hours(room, 4)).anySatisfy(people -> assertThat(people).isGreaterThan(20));
    assertThat(hours(room, 3).get(10)).isGreaterThan(hours(room, 3).get(4) + 100);
    assertThat(hours(room, 2)).allSatisfy(air -> assertThat(air).isBetween(8.0, 32.0));
    assertThat(result.commands().getOrDefault("confirmed", 0)).isGreaterThan(20);
    assertThat(result.commands()).doesNotContainKeys("timed-out", "failed", "rejected");
  }

  @Test
  void b2_aSundayNeedsLessThanAMonday() {
    double monday = electricity(monday());
    double sunday = electricity(run(7, LocalDate.of(2026, 3, 8), 1));
    assertThat(sunday).isLessThan(0.8 * monday);
  }

  private static double electricity(SimulationResult result) {
    return result.totals().at("/electricity_kWh/total").asDouble();
  }

  @Test
  void c1_aMetersReadingGrowsByItsPower() {
    run(7, SimulationPlan.TERM_MONDAY, 1);
    String meter = meters.get(1).split(",", -1)[1];
    double before = Double.NaN;
    for (String line : meters.subList(1, meters.size())) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals(meter)) {
        double energy = Double.parseDouble(cells[3]);
        if (!Double.isNaN(before)) {
          assertThat(energy - before).isCloseTo(Double.parseDouble(cells[2]), within(0.01));
        }
        before = energy;
      }
    }
  }

  @Test
  void d1_stepsAreWholeMinutesThatDivideADay() {
    assertThat(SimulationPlan.isStep(3600)).isTrue();
    assertThat(SimulationPlan.isStep(900)).isTrue();
    assertThat(SimulationPlan.isStep(90)).isFalse();
    assertThat(SimulationPlan.isStep(7 * 3600)).isFalse();
    assertThat(SimulationPlan.isStep(0)).isFalse();
  }
}
