package io.campustwin.simulator.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Totals and balances that must close. */
class EnergyTest {
  @Test
  void a1_integralIsRateTimesTime() {
    Integral total = new Integral(10);
    for (int i = 0; i < 3600; i++) {
      total.add(7.2, 1);
    }
    assertThat(total.total()).isCloseTo(17.2, within(1e-9));
  }

  @Test
  void b1_batteryGivesBackWhatItsEfficienciesLeave() {
    Battery battery = new Battery(1000, 500, 0);
    double taken = 0;
    for (int i = 0; i < 60; i++) {
      taken += battery.step(300, 60) / 60;
    }
    double given = 0;
    for (int i = 0; i < 600; i++) {
      given -= battery.step(-300, 60) / 60;
    }
    assertThat(taken).isCloseTo(300, within(1e-9));
    assertThat(given).isCloseTo(taken * 0.95 * 0.95, within(1e-6));
    assertThat(battery.share()).isCloseTo(0, within(1e-9));
  }

  @Test
  void b2_batteryNeverPassesItsLimits() {
    Battery battery = new Battery(1000, 500, 0.9);
    assertThat(battery.step(900, 3600)).isCloseTo(100 / 0.95, within(1e-9));
    assertThat(battery.share()).isCloseTo(1, within(1e-12));
    assertThat(battery.step(900, 60)).isCloseTo(0, within(1e-9));
    assertThat(battery.step(-900, 60)).isEqualTo(-500);
  }
}
