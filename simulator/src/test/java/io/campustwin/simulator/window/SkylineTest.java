package io.campustwin.simulator.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.place.Building;
import io.campustwin.place.Name;
import io.campustwin.place.Storey;
import io.campustwin.simulator.weather.Sun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Silhouettes of neighbouring buildings against plain geometry. */
class SkylineTest {
  private static final double SOUTH = Math.PI;

  /** A block of 12 m between two corners. */
  private static Building block(double west, double south, double east, double north) {
    Coordinate[] ring = {
      new Coordinate(west, south),
      new Coordinate(east, south),
      new Coordinate(east, north),
      new Coordinate(west, north),
      new Coordinate(west, south)
    };
    Name name = new Name("楼", "block");
    List<Storey> storeys = List.of(new Storey("S", "B", 1, name, 0, 12));
    return new Building("B", name, "teaching", new GeometryFactory().createPolygon(ring), storeys);
  }

  private static Skyline before(Building building) {
    Skyline.Stretch wall = new Skyline.Stretch(0, 0, 2, 6, SOUTH);
    return Skyline.before(wall, Blocks.of(List.of(building)));
  }

  private static Sun sun(double elevation, double azimuth) {
    return new Sun(Math.toRadians(elevation), Math.toRadians(azimuth), 1366);
  }

  @Test
  void a1_longBlockHidesTheSunUpToItsHeight() {
    Skyline skyline = before(block(-500, -30, 500, -20.6));
    double height = Math.toDegrees(Math.atan(10 / 20.0));
    assertThat(skyline.sunlit(sun(height - 0.5, 181))).isZero();
    assertThat(skyline.sunlit(sun(height + 0.5, 181))).isEqualTo(1);
    // view of a wall over an endless block: (1 + sine of the height left) / 2, here over the
    // quarter sky
    assertThat(skyline.sky()).isCloseTo(1 - Math.sin(Math.toRadians(height)), within(0.01));
  }

  @Test
  void a2_shortBlockLeavesItsSidesOpen() {
    Skyline skyline = before(block(-5, -30, 5, -20));
    assertThat(skyline.sunlit(sun(15, 180))).isZero();
    assertThat(skyline.sunlit(sun(15, 220))).isEqualTo(1);
    assertThat(skyline.sunlit(sun(15, 140))).isEqualTo(1);
    assertThat(skyline.sky()).isBetween(0.85, 0.98);
  }

  @Test
  void a3_blocksBehindOrLowerDoNotMatter() {
    assertThat(before(block(-50, 5, 50, 20)).sky()).isEqualTo(1);
    Skyline.Stretch roof = new Skyline.Stretch(0, 0, 13, 6, SOUTH);
    Blocks blocks = Blocks.of(List.of(block(-500, -30, 500, -20)));
    assertThat(Skyline.before(roof, blocks).sky()).isEqualTo(1);
    assertThat(Skyline.OPEN.sky()).isEqualTo(1);
  }

  @Test
  void a4_wingBesideTheWallShadesItsOwnSide() {
    Skyline skyline = before(block(3.5, -20, 10, 0.2));
    // looking out to the south, the wing stands on the left, in the east
    assertThat(skyline.sunlit(sun(30, 110))).isZero();
    assertThat(skyline.sunlit(sun(30, 240))).isEqualTo(1);
  }
}
