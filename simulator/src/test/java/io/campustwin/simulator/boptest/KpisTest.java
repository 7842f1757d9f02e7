package io.campustwin.simulator.boptest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.signal.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** BOPTEST's indicators against integrals done by hand, and the small school as a test case. */
class KpisTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final TestCase SMALL = testCase();
  /** A Sunday noon, when the limits are 12 to 32 °C. */
  private static final long NOON = (3 * 24 + 12) * 3600L;

  private static TestCase testCase() {
    CampusFiles files = BundledCampus.find("small").orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    Rules rules = RulesReader.read(files, model).rules();
    return new TestCase("small", model, rules, ZoneId.of("Asia/Shanghai"));
  }

  /** Rows at a start and each half hour after: every zone alike, all electricity in the first power. */
  private static History history(double[] kelvin, double[] ppm, double[] watts) {
    List<String> names = new ArrayList<>();
    SMALL.measurements().forEach(signal -> names.add(signal.name()));
    History history = new History(names);
    for (int i = 0; i < kelvin.length; i++) {
      double[] row = new double[names.size()];
      for (Zone zone : SMALL.zones()) {
        row[names.indexOf(zone.temperature())] = kelvin[i];
        row[names.indexOf(zone.co2())] = ppm[i];
      }
      row[names.indexOf(SMALL.electricPower().get(0))] = watts[i];
      history.add(NOON + i * 1800L, row);
    }
    return history;
  }

  private static boolean isAlwaysOpen(Zone zone) {
    return zone.dayAndNight();
  }

  @Test
  void a1_integralsAreTrapezoids() {
    assertThat(Integrals.trapezoid(new double[] {0, 60, 90}, new double[] {1, 3, 7}))
        .isEqualTo(2 * 60 + 5 * 30);
    assertThat(Integrals.trapezoid(new double[] {5}, new double[] {9})).isZero();
  }

  @Test
  void a2_aPeakIsTheLargestMeanOfAQuarterFromTheStart() {
    double[] times = {100, 400, 700, 1000, 1300, 1900};
    double[] values = {0, 3, 6, 9, 12, 7};
    assertThat(Integrals.peak(times, values)).isEqualTo(10.5);
  }

  @Test
  void b1_discomfortIsTheMeanOverZonesInKelvinHours() {
    double[] kelvin = {273.15 + 10, 273.15 + 10, 273.15 + 33, 273.15 + 33};
    double[] ppm = {900, 1100, 1300, 1000};
    Kpis kpis =
        Kpis.of(SMALL, history(kelvin, ppm, new double[4]), NOON, "PriceElectricPowerConstant");
    long always = SMALL.zones().stream().filter(KpisTest::isAlwaysOpen).count();
    double share = (double) always / SMALL.zones().size();
    double wide = 2 * 0.5 + (2 + 0) * 0.25 + (0 + 1) * 0.25 + 1 * 0.5;
    double narrow = 8 * 0.5 + 8 * 0.25 + 5 * 0.25 + 5 * 0.5;
    assertThat(kpis.tdis()).isCloseTo(share * narrow + (1 - share) * wide, EXACT);
    assertThat(kpis.idis()).isCloseTo(100 * 0.25 + 400 * 0.25 + 300 * 0.25, EXACT);
  }

  @Test
  void b2_energyCostAndEmissionsArePerSquareMetre() {
    double[] air = {293, 293, 293};
    double[] watts = {1000, 3000, 2000};
    Kpis kpis = Kpis.of(SMALL, history(air, air, watts), NOON, "PriceElectricPowerDynamic");
    double kwh = (1 + 3) / 2.0 * 0.5 + (3 + 2) / 2.0 * 0.5;
    double peakPrice = 0.568 * 1.64;
    assertThat(kpis.ener()).isCloseTo(kwh / SMALL.area(), EXACT);
    assertThat(kpis.cost()).isCloseTo(kwh * peakPrice / SMALL.area(), EXACT);
    assertThat(kpis.emis()).isCloseTo(kwh * 0.5703 / SMALL.area(), EXACT);
    assertThat(kpis.pele()).isCloseTo(3.0 / SMALL.area(), EXACT);
    assertThat(kpis.pdih()).isNull();
  }

  @Test
  void b3_whatWasBeforeTheStartDoesNotCount() {
    double[] air = {293, 293, 293};
    History history = history(air, air, new double[] {9e9, 1000, 1000});
    Kpis kpis = Kpis.of(SMALL, history, NOON + 1800, "PriceElectricPowerConstant");
    assertThat(kpis.ener()).isCloseTo(0.5 / SMALL.area(), EXACT);
  }

  @Test
  void c1_aSeriesGivesBackWhatItWasGiven() {
    Series series = new Series();
    double[] given = {1, 1, 2, 2, 2, 1, -0.0, 0.0};
    for (double one : given) {
      series.add(one);
    }
    assertThat(series.slice(0, 8)).containsExactly(given);
    assertThat(series.slice(4, 6)).containsExactly(2, 1);
    assertThat(series.slice(5, 3)).isEmpty();
    History history = new History(List.of("a"));
    history.add(1, new double[] {1});
    assertThatThrownBy(() -> history.add(1, new double[] {2}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void c2_knobsSpeakKelvinAndShares() {
    Knob setpoint = knob("zone_setpoint");
    assertThat(setpoint.unit()).isEqualTo("K");
    assertThat(setpoint.toField(273.15 + 21.5)).isEqualTo(Value.of(21.5));
    assertThat(setpoint.toField(setpoint.maximum())).isEqualTo(Value.of(35.0));
    Knob mode = knob("unit_mode");
    assertThat(mode.toField(2)).isEqualTo(Value.of("heat"));
    assertThat(mode.fromField(Value.of("cool"))).isEqualTo(1);
    assertThat(mode.maximum()).isEqualTo(3);
  }

  private static Knob knob(String ending) {
    return SMALL.inputs().stream()
        .filter(knob -> knob.name().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void d1_anOverrideHoldsForItsAdvanceAndTheScheduleComesBack() {
    Emulation run = new Emulation(SMALL, NOON, 600, () -> true);
    Knob setpoint = knob("zone_setpoint");
    double before = value(run, setpoint);
    Map<String, Double> warm = new LinkedHashMap<>(Map.of(setpoint.name(), 273.15 + 24));
    run.advance(NOON + 630, warm);
    assertThat(run.time()).isEqualTo(NOON + 630);
    assertThat(value(run, setpoint)).isCloseTo(273.15 + 24, EXACT);
    run.advance(NOON + 1230, Map.of());
    assertThat(value(run, setpoint)).isCloseTo(before, EXACT);
    assertThat(run.history().times(0, run.history().size()))
        .contains(NOON + 630.0)
        .isSorted();
  }

  private static double value(Emulation run, Knob knob) {
    return Objects.requireNonNull(run.history().last().get(knob.name() + "_u"));
  }

  @Test
  void d2_sameCallsSameValues() {
    List<Map<String, Double>> ends = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Emulation run = new Emulation(SMALL, 86_400, 0, () -> true);
      run.advance(86_400 + 7200, Map.of());
      ends.add(run.history().last());
    }
    assertThat(ends.get(0)).isEqualTo(ends.get(1));
  }

  @Test
  void d3_periodsLieWithinTheYear() {
    Map<String, Integer> days = Periods.days(SMALL);
    assertThat(days)
        .containsOnlyKeys("peak_heat_day", "typical_heat_day", "peak_cool_day", "typical_cool_day");
    assertThat(days.values()).allSatisfy(day -> assertThat(Periods.start(day))
        .isBetween(Periods.WARMUP, 365 * 86_400L - Periods.LENGTH));
    assertThat(Objects.requireNonNull(days.get("peak_cool_day"))).isBetween(151, 272);
  }
}
