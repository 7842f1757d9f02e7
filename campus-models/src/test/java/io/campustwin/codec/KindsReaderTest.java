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
    assertThat(KindsReader.bundled().kinds()).hasSize(47);
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

  private static final String KIND =
      "version: 1\nkinds:\n- {key: k, code: K, system: lighting, adapter: mqtt, zh: k, en: k, points: [\n"
          + "  {name: a, zh: a, en: a, type: bool, unit: bool, alarm: {state: 'true', priority: high%s}}]}";

  private static io.campustwin.asset.AlarmRule.Traits traits(String more) {
    Faults faults = new Faults();
    byte[] file = KIND.formatted(more).getBytes(StandardCharsets.UTF_8);
    var kinds =
        KindsReader.read("kinds.yaml", file, io.campustwin.asset.KindCatalogue.EMPTY, faults);
    assertThat(faults.sorted()).isEmpty();
    return java.util.Objects.requireNonNull(
            kinds.find("k").orElseThrow().points().get(0).alarm())
        .traits();
  }

  private static String fault(String more) {
    Faults faults = new Faults();
    byte[] file = KIND.formatted(more).getBytes(StandardCharsets.UTF_8);
    KindsReader.read("kinds.yaml", file, io.campustwin.asset.KindCatalogue.EMPTY, faults);
    var fault = faults.sorted().get(faults.sorted().size() - 1);
    return fault.line() + " " + fault.id() + " " + fault.code();
  }

  @Test
  void b1_fireAndIntrusionLatchAndOthersDoNotUnlessTold() {
    assertThat(traits("").latch()).isFalse();
    assertThat(traits(", latch: true").latch()).isTrue();
    assertThat(traits(", lifeSafety: true").latch()).isTrue();
    assertThat(traits(", security: true").latch()).isTrue();
    assertThat(traits(", security: true, latch: false").latch()).isFalse();
    assertThat(traits(", outage: true").outage()).isTrue();
    assertThat(traits(", unless: [supply, maintenance]").unless())
        .containsExactlyInAnyOrder(io.campustwin.asset.AlarmRule.Unless.values());
  }

  @Test
  void b2_whatGuardsIsNeverToldToBeQuiet() {
    assertThat(fault(", lifeSafety: true, latch: false")).startsWith("4 k.a");
    assertThat(fault(", lifeSafety: true, unless: [supply]")).startsWith("4 k.a");
    assertThat(fault(", security: true, unless: [maintenance]")).startsWith("4 k.a");
    assertThat(fault(", unless: [weather]")).startsWith("4 k.a");
  }

  @Test
  void b3_everyGuardingAlarmOfTheProductLatches() {
    var guarding = KindsReader.bundled().kinds().values().stream()
        .flatMap(kind -> kind.points().stream())
        .filter(point -> point.alarm() != null && point.alarm().isGuarding())
        .toList();
    assertThat(guarding)
        .extracting(PointTemplate::name)
        .contains(
            "detector.state", "callPoint.state", "button.pressed", "zone.alarm", "segment.alarm");
    assertThat(guarding)
        .allMatch(point -> point.alarm() != null && point.alarm().traits().latch());
  }
}
