package io.campustwin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.unit.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledCampusTest {
  private static final Set<SpaceKind> NOT_ROOMS = EnumSet.of(
      SpaceKind.CORRIDOR,
      SpaceKind.STAIR,
      SpaceKind.OUTDOOR,
      SpaceKind.GATE,
      SpaceKind.SPORTS_GROUND);

  static CampusModel model(String name) {
    CampusReading reading = CampusReader.read(BundledCampus.find(name).orElseThrow());
    assertThat(reading.faults()).as("faults of " + name).isEmpty();
    return java.util.Objects.requireNonNull(reading.model());
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo"})
  void a1_readsWithoutFault(String name) {
    assertThat(model(name).points()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo"})
  void a2_isWhatTheGeneratorMakes(String name) {
    CampusFiles files = BundledCampus.find(name).orElseThrow();
    for (Map.Entry<String, byte[]> file : CampusGenerator.bundled(name).entrySet()) {
      assertThat(files.find(file.getKey()).orElseThrow())
          .as(name + "/" + file.getKey() + ": run RegenerateBundledCampuses")
          .isEqualTo(file.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "demo"})
  void a3_theIndexNamesEveryFile(String name) throws IOException {
    Path folder = Path.of("src/main/resources/campuses", name);
    assertThat(BundledCampus.find(name).orElseThrow().list(""))
        .as("run RegenerateBundledCampuses")
        .containsExactlyElementsOf(RegenerateBundledCampuses.paths(folder));
  }

  @Test
  void b1_theSmallSchoolHasTwelveRoomsAndThreeProtocols() {
    CampusModel small = model("small");
    assertThat(rooms(small)).hasSize(12);
    assertThat(small.campus().buildings()).hasSize(1);
    assertThat(small.points().stream().map(point -> point.address().adapter()).distinct())
        .containsExactlyInAnyOrder(AdapterKind.BACNET, AdapterKind.OPCUA, AdapterKind.MQTT);
  }

  @Test
  void c1_theDemoSchoolHasItsSize() {
    CampusModel demo = model("demo");
    long quick = demo.points().stream()
        .filter(point -> point.template().periodMillis() <= 20_000)
        .count();
    assertThat(demo.campus().buildings()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(rooms(demo)).hasSizeBetween(140, 165);
    assertThat(demo.points().size()).isBetween(3400, 3900);
    assertThat(quick).isGreaterThanOrEqualTo(3300);
    assertThat(demo.points().stream().map(Point::system).distinct().count())
        .isGreaterThanOrEqualTo(25);
  }

  @Test
  void c2_bacnetHasFewDevicesAndEachAnInstanceOfItsOwn() {
    Map<String, Set<String>> instances = model("demo").points().stream()
        .filter(point -> point.address().adapter() == AdapterKind.BACNET)
        .collect(Collectors.groupingBy(
            point -> point.address().device(),
            Collectors.mapping(
                point -> point.address().address().split("/")[0], Collectors.toSet())));
    assertThat(instances).hasSizeLessThanOrEqualTo(25).allSatisfy((k, v) -> assertThat(v)
        .hasSize(1));
    assertThat(instances.values().stream().flatMap(Set::stream).distinct())
        .hasSize(instances.size());
  }

  @Test
  void c3_someUnitsDifferOnTheWireAndAllConvert() {
    List<Point> other = model("demo").points().stream()
        .filter(point -> !point.address().rawUnit().equals(point.template().unit()))
        .toList();
    assertThat(other).hasSizeGreaterThan(20);
    assertThat(other)
        .allMatch(point ->
            Units.conversion(point.address().rawUnit(), point.template().unit()).isPresent());
  }

  private static List<Space> rooms(CampusModel model) {
    return model.campus().spaces().stream()
        .filter(space -> !NOT_ROOMS.contains(space.kind()))
        .toList();
  }
}
