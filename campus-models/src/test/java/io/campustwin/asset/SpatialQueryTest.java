package io.campustwin.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpatialQueryTest {
  private static final CampusModel DEMO = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
  private static final SpatialQuery QUERY = SpatialQuery.of(DEMO);

  @Test
  void a1_theCompartmentIsTheStorey() {
    assertThat(QUERY.sameCompartment("A203"))
        .extracting(Space::id)
        .contains("A203", "A2-COR", "A2-ST1")
        .doesNotContain("A303");
  }

  @Test
  void a2_storeysAroundARoom() {
    assertThat(QUERY.storeysAround("A203")).extracting(Storey::id).containsExactly("A-1", "A-3");
    assertThat(QUERY.storeysAround("OUT")).isEmpty();
  }

  @Test
  void b1_peopleUpstairsLeaveByAStairAndAnExit() {
    var route = QUERY.routeOut("A305").orElseThrow();
    assertThat(route.passages()).extracting(Passage::kind).contains(Passage.Kind.STAIR);
    assertThat(route.passages().get(route.passages().size() - 1).exit()).isTrue();
    assertThat(route.metres()).isBetween(30.0, 120.0);
  }

  @Test
  void b2_theDoorsOnTheWayOutAreExitsOfTheBuilding() {
    assertThat(QUERY.egressDoors("A305"))
        .isNotEmpty()
        .allMatch(door -> door.facts().getOrDefault("passage", "").startsWith("A1-EX"));
    assertThat(QUERY.egressDoors("OUT")).isEmpty();
  }

  @Test
  void c1_camerasSeeTheirCorridorAndNotTheNextStorey() {
    assertThat(QUERY.camerasSeeing("A2-COR"))
        .extracting(Equipment::id)
        .containsExactly("A2-COR-CA1", "A2-COR-CA2");
  }

  @Test
  void c3_aRoomWithoutCameraIsSeenThroughItsDoor() {
    assertThat(QUERY.camerasSeeing("A203"))
        .extracting(Equipment::id)
        .isNotEmpty()
        .allMatch(id -> id.startsWith("A2-COR-CA"));
  }

  @Test
  void c2_outdoorCamerasSeeTheGrounds() {
    assertThat(QUERY.camerasSeeing("OUT")).isNotEmpty();
    assertThat(QUERY.camerasSeeing("SPORT"))
        .extracting(Equipment::id)
        .contains("SPORT-CA1", "SPORT-CA2");
  }

  @Test
  void d1_everyRoomHasItsBroadcastZone() {
    assertThat(QUERY.broadcastZonesOf("A203"))
        .extracting(Equipment::id)
        .containsExactly("A2-COR-BZ1");
    assertThat(DEMO.campus().spaces())
        .allSatisfy(space -> assertThat(QUERY.broadcastZonesOf(space.id())).isNotEmpty());
  }
}
