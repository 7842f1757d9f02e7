package io.campustwin.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "32, °F, °C, 0",
    "212, °F, °C, 100",
    "-40, °F, °C, -40",
    "20, °C, °F, 68",
    "273.15, K, °C, 0",
    "0, °F, K, 255.37222222222223",
    "18, Δ°F, ΔK, 10",
    "0.25, kPa, Pa, 250",
    "3, bar, kPa, 300",
    "0.45, MPa, kPa, 450",
    "14.503773773020923, psi, kPa, 100",
    "1500, W, kW, 1.5",
    "12000, BTU/h, kW, 3.5168528420667",
    "3600, kJ, kWh, 1",
    "1, GJ, kWh, 277.77777777777777",
    "1, L/s, m3/h, 3.6",
    "1000, L, m3, 1",
    "0.5, fraction, %, 50",
    "0.1, vol%, ppm, 1000",
    "1, mg/m3, µg/m3, 1000",
    "1, fc, lx, 10.763910416709722",
    "36, km/h, m/s, 10",
    "1, kn, m/s, 0.5144444444444445",
    "2, Gbps, Mbps, 2000",
    "1, d, h, 24",
    "1, in, mm, 25.4",
    "7, count, count, 7"
  })
  void a1_converts(double value, String from, String to, double expected) {
    assertThat(Units.convert(value, from, to).orElseThrow())
        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    Conversion conversion = Units.conversion(from, to).orElseThrow();
    assertThat(conversion.invert(conversion.apply(value))).isCloseTo(value, within(1e-9));
  }

  @Test
  void b1_whatDoesNotConvertSaysWhy() {
    assertThat(Units.check("furlong", "m")).isEqualTo(Units.Check.UNKNOWN_FROM);
    assertThat(Units.check("m", "furlong")).isEqualTo(Units.Check.UNKNOWN_TO);
    assertThat(Units.check("kW", "kWh")).isEqualTo(Units.Check.DIFFERENT_QUANTITY);
    assertThat(Units.check("°C", "ΔK")).isEqualTo(Units.Check.DIFFERENT_QUANTITY);
    assertThat(Units.convert(1, "kW", "kWh")).isEmpty();
    assertThat(Units.conversion("furlong", "m")).isEmpty();
  }

  @Test
  void b2_everyUnitHasAQuantityAndConvertsToItself() {
    assertThat(Units.words()).allSatisfy(word -> {
      assertThat(Units.quantity(word)).isPresent();
      assertThat(Units.convert(3.5, word, word)).hasValue(3.5);
    });
  }
}
