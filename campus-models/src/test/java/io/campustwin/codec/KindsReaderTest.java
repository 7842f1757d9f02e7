package io.campustwin.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.asset.PointTemplate;
import io.campustwin.signal.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsReaderTest {
  @Test
  void a1_theBundledKindsReadWithoutFault() {
    assertThat(KindsReader.bundled().kinds()).hasSize(44);
    assertThat(KindsReader.bundled().code("lighting-group")).contains("LG");
  }

  @Test
  void a2_thereAreAtLeast25Systems() {
    long systems = KindsReader.bundled().kinds().values().stream()
        .map(EquipmentKind::system)
        .distinct()
        .count();
    assertThat(systems).isGreaterThanOrEqualTo(25);
  }

  @Test
  void a3_fireIsReadOnlyForThePlatform() {
    assertThat(KindsReader.bundled().kinds().values())
        .filteredOn(kind -> kind.system().equals("fire.alarm"))
        .isNotEmpty()
        .allSatisfy(kind ->
            assertThat(kind.points()).noneMatch(io.campustwin.asset.PointTemplate::writable));
  }

  @Test
  void a4_alarmsAndRestValuesFitTheirPoints() {
    for (EquipmentKind kind : KindsReader.bundled().kinds().values()) {
      for (PointTemplate point : kind.points()) {
        var alarm = point.alarm();
        if (alarm != null && alarm.state() != null && point.type() == ValueType.ENUM) {
          assertThat(point.states()).as(kind.key() + "." + point.name()).contains(alarm.state());
        }
        if (point.restValue() != null) {
          assertThat(point.writable()).as(kind.key() + "." + point.name()).isTrue();
        }
        if (point.restValue() != null && point.type() == ValueType.ENUM) {
          assertThat(point.states()).contains(point.restValue().toString());
        }
      }
    }
  }

  @Test
  void b1_aPointWithoutUnitIsNamedWithItsLine() {
    String text = """
        version: 1
        kinds:
        - {key: kettle, code: KE, system: catering, adapter: mqtt, zh: 水壶, en: Kettle, points: [
          {name: water.temperature, zh: 水温, en: Water, type: number, min: 0, max: 100}]}
        """;
    Faults faults = new Faults();
    KindsReader.read("kinds.yaml", bytes(text), KindCatalogue.EMPTY, faults);
    assertThat(faults.sorted())
        .extracting(Fault::code, Fault::line, Fault::id)
        .contains(org.assertj.core.groups.Tuple.tuple(
            "point-without-unit", 4, "kettle.water.temperature"));
  }

  @Test
  void b2_anUnknownUnitIsNamed() {
    String text = """
        version: 1
        kinds:
        - {key: kettle, code: KE, system: catering, adapter: mqtt, zh: 水壶, en: Kettle, points: [
          {name: water.temperature, zh: 水温, en: Water, type: number, unit: degrees, min: 0, max: 100}]}
        """;
    Faults faults = new Faults();
    KindsReader.read("kinds.yaml", bytes(text), KindCatalogue.EMPTY, faults);
    List<String> codes = faults.sorted().stream().map(Fault::code).toList();
    assertThat(codes).contains("unknown-unit");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
