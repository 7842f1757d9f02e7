package io.campustwin.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.SpaceKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampusGeneratorTest {
  private static final Set<SpaceKind> NOT_ROOMS = Set.of(
      SpaceKind.CORRIDOR,
      SpaceKind.STAIR,
      SpaceKind.OUTDOOR,
      SpaceKind.GATE,
      SpaceKind.SPORTS_GROUND);

  @ParameterizedTest
  @ValueSource(ints = {10, 24, 137, 600, 5000})
  void a1_everySizePassesTheCheckAndHasItsRooms(int rooms) {
    CampusReading reading = CampusReader.read(CampusFiles.of(CampusGenerator.generate(rooms, 7)));
    assertThat(reading.faults()).isEmpty();
    CampusModel model = Objects.requireNonNull(reading.model());
    assertThat(model.campus().spaces().stream()
            .filter(space -> !NOT_ROOMS.contains(space.kind()))
            .count())
        .isEqualTo(rooms);
  }

  @Test
  void a2_theSameSeedGivesTheSameBytes() {
    Map<String, byte[]> one = CampusGenerator.generate(137, 7);
    Map<String, byte[]> two = CampusGenerator.generate(137, 7);
    assertThat(one.keySet()).isEqualTo(two.keySet());
    one.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(two.get(path)));
  }

  @Test
  void a3_anotherSeedGivesAnotherCampus() {
    assertThat(CampusGenerator.generate(137, 8).get("equipment/A.csv"))
        .isNotEqualTo(CampusGenerator.generate(137, 7).get("equipment/A.csv"));
  }

  @Test
  void b1_sizesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> CampusGenerator.generate(5, 1)).hasMessageContaining("10 to 5000");
    assertThatThrownBy(() -> CampusGenerator.generate(5001, 1)).hasMessageContaining("10 to 5000");
  }

  @Test
  void d1_effectsOnEquipmentThatIsNotThereAreLeftOut() {
    assertThat(new String(CampusGenerator.generate(12, 3).get("linkages/fire.yaml"), UTF_8))
        .contains("kind: sounder", "kind: smoke-detector", "kind: pressurisation-fan")
        .doesNotContain("kind: lift");
    assertThat(new String(CampusGenerator.generate(137, 7).get("linkages/fire.yaml"), UTF_8))
        .contains("kind: lift");
  }
}
