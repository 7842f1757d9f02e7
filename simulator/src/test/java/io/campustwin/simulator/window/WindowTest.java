package io.campustwin.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shades against plain geometry, glass against its normal values. */
class WindowTest {
  private static final Shade.Glass GLASS = new Shade.Glass(3, 2);

  private static Sun sun(double elevation, double azimuth) {
    return new Sun(Math.toRadians(elevation), Math.toRadians(azimuth), 1366);
  }

  @Test
  void a1_wideOverhangCastsAStraightShadow() {
    Shade shade = new Shade(GLASS, new Shade.Overhang(1, 0.5, 50, 50), Shade.Fins.NONE);
    assertThat(shade.sunlit(Plane.wall(180), sun(60, 180)))
        .isCloseTo(1 - (Math.tan(Math.toRadians(60)) - 0.5) / 2, within(1e-9));
    assertThat(shade.sunlit(Plane.wall(180), sun(20, 180))).isEqualTo(1);
    assertThat(shade.sunlit(Plane.wall(180), sun(20, 0))).isZero();
    assertThat(shade.ground()).isEqualTo(1);
    assertThat(shade.sky()).isBetween(0.5, 0.8);
  }

  @Test
  void a2_finOnTheSunsSideCastsAStraightShadow() {
    Shade shade = new Shade(GLASS, Shade.Overhang.NONE, new Shade.Fins(1, 0, 9, 50, 50));
    // from outside a south window the west is on the left
    assertThat(shade.sunlit(Plane.wall(180), sun(10, 225))).isCloseTo(2.0 / 3, within(0.02));
    assertThat(shade.sunlit(Plane.wall(180), sun(10, 135))).isEqualTo(1);
  }

  @Test
  void a3_shortOverhangLetsSlantedLightIn() {
    Shade wide = new Shade(GLASS, new Shade.Overhang(1, 0, 50, 50), Shade.Fins.NONE);
    Shade shorter = new Shade(GLASS, new Shade.Overhang(1, 0, 0, 0), Shade.Fins.NONE);
    Sun slanted = sun(45, 220);
    double up = Math.tan(Math.toRadians(45)) / Math.cos(Math.toRadians(40));
    double aside = Math.tan(Math.toRadians(40));
    assertThat(wide.sunlit(Plane.wall(180), slanted)).isCloseTo(1 - up / 2, within(1e-9));
    // a parallelogram of the overhang, less its triangle past the edge
    double area = 3 * up - aside * up / 2;
    assertThat(shorter.sunlit(Plane.wall(180), slanted)).isCloseTo(1 - area / 6, within(1e-3));
  }

  @Test
  void b1_glassKeepsItsNormalValuesAndItsBalance() {
    Glazing single = new Glazing(List.of(Pane.clear(0.834, 0.075)));
    assertThat(single.transmittance(1)).isCloseTo(0.834, within(1e-9));
    assertThat(single.absorptance(0, 1)).isCloseTo(0.091, within(1e-9));
    assertThat(single.transmittance(0)).isCloseTo(0, within(1e-3));
    Glazing pair = Glazing.doubleClear();
    double direct = 0.834 * 0.834 / (1 - 0.075 * 0.075);
    assertThat(pair.transmittance(1)).isCloseTo(direct, within(1e-9));
    assertThat(pair.evenTransmittance()).isBetween(0.58, 0.63);
    Glazing coated =
        new Glazing(List.of(Pane.coated(0.452, 0.359, 0.397), Pane.clear(0.834, 0.075)));
    assertThat(coated.transmittance(1)).isBetween(0.38, 0.4);
  }
}
