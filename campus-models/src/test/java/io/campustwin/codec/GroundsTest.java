package io.campustwin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import io.campustwin.place.Passage;
import io.campustwin.place.Stop;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The grounds of bundled and generated campuses. */
class GroundsTest {
  private static Campus campus(String name) {
    CampusFiles files = name.matches("\\d+")
        ? CampusFiles.of(CampusGenerator.generate(Integer.parseInt(name), 7))
        : BundledCampus.find(name).orElseThrow();
    CampusReading reading = CampusReader.read(files);
    assertThat(reading.faults()).as("faults of " + name).isEmpty();
    return Objects.requireNonNull(reading.model()).campus();
  }

  private static List<Geometry> grounds(Campus campus, Kind... kinds) {
    return campus.scenery().landscape().stream()
        .filter(part -> List.of(kinds).contains(part.kind()))
        .map(Landscape::ground)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo", "10", "600"})
  void a1_oneWalksFromTheGateToEveryGroundFloorExit(String name) {
    Campus campus = campus(name);
    Geometry ways = UnaryUnionOp.union(grounds(campus, Kind.ROAD, Kind.PATH, Kind.PLAZA));
    assertThat(ways.buffer(0.02).getNumGeometries()).isOne();
    for (Passage passage : campus.passages()) {
      if (passage.exit()) {
        Coordinate at = new Coordinate(passage.x(), passage.y());
        assertThat(ways.distance(new GeometryFactory().createPoint(at)))
            .as(passage.id())
            .isLessThan(0.1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo", "600"})
  void a2_nothingLiesOnABuildingAndLawnsLieBesideTheWays(String name) {
    Campus campus = campus(name);
    Geometry houses =
        UnaryUnionOp.union(campus.buildings().stream().map(Building::outline).toList());
    Geometry ways = UnaryUnionOp.union(grounds(campus, Kind.ROAD, Kind.PATH, Kind.PLAZA));
    for (Landscape part : campus.scenery().landscape()) {
      assertThat(part.ground().intersection(houses).getArea()).as(part.id()).isLessThan(0.05);
      if (part.kind() == Kind.LAWN || part.kind() == Kind.WATER) {
        assertThat(part.shape().intersection(ways).getArea()).as(part.id()).isLessThan(0.5);
      }
      if (part.kind() == Kind.TREE) {
        assertThat(part.shape().distance(ways)).as(part.id()).isGreaterThan(1);
        assertThat(part.shape().distance(houses)).as(part.id()).isGreaterThan(3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo", "600", "2000"})
  void a3_thereIsEnoughToSeeAndNotTooMuch(String name) {
    Campus campus = campus(name);
    assertThat(grounds(campus, Kind.TREE)).hasSizeBetween(25, 400);
    assertThat(grounds(campus, Kind.LAWN)).hasSizeBetween(4, 100);
    assertThat(grounds(campus, Kind.WATER, Kind.PLAZA)).hasSize(2);
    assertThat(grounds(campus, Kind.FENCE)).hasSize(2);
    assertThat(campus.scenery().timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo", "600"})
  void b1_theTourHasItsStopsAndTheBuildingsTheirGuide(String name) {
    Campus campus = campus(name);
    List<Stop> tour = campus.scenery().tour();
    assertThat(tour).hasSizeGreaterThanOrEqualTo(name.equals("demo") ? 8 : 6);
    assertThat(tour).extracting(Stop::id).doesNotHaveDuplicates();
    assertThat(tour).allSatisfy(stop -> {
      assertThat(stop.caption().zh().length()).isBetween(25, 120);
      assertThat(stop.caption().en().length()).isBetween(60, 280);
    });
    assertThat(campus.buildings()).allSatisfy(building -> {
      assertThat(building.guide().stepFree()).isTrue();
      assertThat(Objects.requireNonNull(building.guide().about()).zh()).isNotBlank();
    });
  }
}
