package io.campustwin.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.air.Moisture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Machines at the points they are rated at, away from them, and their heat to the last watt. */
class PlantTest {
  private static final Chiller CHILLER = new Chiller(480_000, 5.5);
  private static final HeatPump PUMP = new HeatPump(5000, 3.3, 3.5, 2000);
  private static final Boiler BOILER = new Boiler(100_000, 0.9);

  private static double missing(Energy energy) {
    return energy.given() - energy.electric() - energy.fuel() - energy.taken();
  }

  @Test
  void a1_curvesAreOneWhereMachinesAreRated() {
    assertThat(CHILLER.available(6.67, 29.4) / 480_000).isCloseTo(1, within(0.005));
    Energy full = CHILLER.run(1e9, 6.67, 29.4);
    assertThat(-full.given() / full.electric()).isCloseTo(5.5, within(0.06));
    Energy cold = PUMP.cool(1e9, 19.44, 35);
    assertThat(-cold.given() / cold.electric()).isCloseTo(3.3, within(0.01));
    Energy heat = new HeatPump(5000, 3.3, 3.5, 0).heat(1e9, 8.33, 73);
    assertThat(heat.given() / heat.electric()).isCloseTo(3.5, within(0.02));
    assertThat(BOILER.run(100_000).fuel()).isCloseTo(100_000 / 0.9, within(600.0));
  }

  @Test
  void a2_noMachineLosesHeat() {
    for (double load = 0; load < 600_000; load += 7919) {
      assertThat(missing(CHILLER.run(load, 7, 27))).isCloseTo(0, within(1e-9 * 600_000));
      assertThat(missing(BOILER.run(load))).isCloseTo(0, within(1e-9 * 600_000));
      assertThat(missing(PUMP.heat(load / 100, -8, 70))).isCloseTo(0, within(1e-9 * 6000));
      assertThat(missing(PUMP.cool(load / 100, 18, 31))).isCloseTo(0, within(1e-9 * 6000));
    }
  }

  @Test
  void a3_hotterOutsideMakesLessAndCostsMore() {
    assertThat(CHILLER.available(7, 34)).isLessThan(CHILLER.available(7, 26));
    double mild = PUMP.cool(3000, 19, 25).electric();
    assertThat(PUMP.cool(3000, 19, 40).electric()).isGreaterThan(1.3 * mild);
    assertThat(PUMP.heat(3000, -10, 70).electric())
        .isGreaterThan(PUMP.heat(3000, 8, 70).electric());
  }

  @Test
  void a4_aLockedCompressorLeavesHeatToTheHeater() {
    Energy locked = PUMP.heat(3000, -16, 70);
    assertThat(locked.given()).isEqualTo(2000);
    assertThat(locked.electric()).isEqualTo(2000);
  }

  @Test
  void b1_recoveryWarmsPassesByAndKeepsFromFreezing() {
    assertThat(HeatRecovery.STANDARD.supply(10, 20)).isCloseTo(16, within(1e-9));
    assertThat(HeatRecovery.STANDARD.supply(18, 26)).isEqualTo(18);
    assertThat(HeatRecovery.STANDARD.supply(36, 26)).isCloseTo(30, within(1e-9));
    double supplied = HeatRecovery.STANDARD.supply(-20, 20);
    assertThat(20 - (supplied + 20)).isCloseTo(1.7, within(1e-9));
  }

  @Test
  void b2_aValveClosesWhenWarmAndNeverWindsUp() {
    Pid control = new Pid(Pid.Tuning.ROOM);
    for (int i = 0; i < 1000; i++) {
      control.step(8, 60);
    }
    assertThat(control.output()).isEqualTo(1);
    assertThat(control.step(-1, 60)).isLessThan(0.9);
    for (int i = 0; i < 45; i++) {
      control.step(-2, 60);
    }
    assertThat(control.output()).isZero();
  }

  @Test
  void c1_wetBulbIsThatOfTheChart() {
    assertThat(Moisture.wetBulb(20, 50)).isCloseTo(13.7, within(0.3));
    assertThat(Moisture.wetBulb(35, 40)).isCloseTo(23.9, within(0.65));
  }

  private static CampusModel heated(Map<String, Object> heating) {
    CampusModel demo = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    Map<String, Object> facts = new LinkedHashMap<>(demo.facts());
    facts.put("heating", heating);
    return new CampusModel(
        demo.campus(), demo.kinds(), demo.equipment(), demo.points(), demo.relations(), facts);
  }

  @Test
  void d1_aHeatStationIsWhatTheCampusSays() {
    HeatStation gas = HeatStation.of(
        heated(Map.of("source", "gas", "capacity", 700, "boilers", 3, "efficiency", 0.95)), 1);
    assertThat(gas).isEqualTo(new HeatStation(HeatStation.Source.GAS, 700_000, 3, 0.95));
    assertThat(HeatStation.of(heated(Map.of()), 5000).source())
        .isEqualTo(HeatStation.Source.DISTRICT);
  }

  @Test
  void d2_factsThatCannotBeAreNamedWithTheirMend() {
    Map<String, Object> coal = Map.of("source", "coal");
    assertThatThrownBy(() -> HeatStation.of(heated(coal), 1))
        .isInstanceOfSatisfying(BadPlant.class, bad -> {
          assertThat(bad.text().en()).contains("facts.heating.source", "'coal'", "district or gas");
          assertThat(bad.text().zh()).contains("facts.heating.source", "coal");
        });
    assertThatThrownBy(() -> HeatStation.of(heated(Map.of("capacity", -3)), 1))
        .hasMessageContaining("facts.heating.capacity");
    assertThatThrownBy(() -> HeatStation.of(heated(Map.of("efficiency", 1.2)), 1))
        .hasMessageContaining("facts.heating.efficiency");
  }
}
