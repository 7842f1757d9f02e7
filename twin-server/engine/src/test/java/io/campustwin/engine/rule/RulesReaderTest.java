package io.campustwin.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesReaderTest {
  private record TextFiles(Map<String, String> texts) implements CampusFiles {
    @Override
    public Optional<byte[]> find(String path) {
      return Optional.ofNullable(texts.get(path)).map(t -> t.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> list(String folder) {
      return texts.keySet().stream()
          .filter(path -> path.startsWith(folder))
          .sorted()
          .toList();
    }
  }

  private static List<String> faults(String path, String text) {
    CampusFiles small = BundledCampus.find("small").orElseThrow();
    RulesReading reading = RulesReader.read(
        new TextFiles(Map.of(path, text)), CampusReader.read(small).model());
    assertThat(reading.faults()).allSatisfy(fault -> {
      assertThat(fault.message().zh()).isNotBlank();
      assertThat(fault.mend().en()).isNotBlank();
      assertThat(fault.mend().zh()).isNotBlank();
    });
    return reading.faults().stream()
        .map(f -> f.line() + " " + f.id() + " " + f.code() + ": " + f.message().en())
        .toList();
  }

  @Test
  void a1_everyWrongFieldOfALinkageIsNamedWithItsLine() {
    assertThat(faults("linkages/x.yaml", """
                version: 1
                id: x
                name: {zh: 甲}
                colour: red
                cause:
                  within: planet
                  count: zero
                  terms:
                  - {kind: smoke-detector, point: detector.stat, is: alarm}
                  - {kind: smoke-detector, point: detector.state, is: burning}
                  - {kind: nose, point: smell, is: true}
                effects:
                - {id: a, name: {zh: 甲, en: a}, by: platform, where: same-space, kind: sounder, point: sounder.state, value: 'on'}
                - {id: a, name: {zh: 甲, en: a}, by: nobody, where: same-space, kind: fan-coil, point: zone.setpoint, value: 99}
                - {id: b, name: {zh: 甲, en: a}, by: platform, where: campus, kind: gas-meter, point: valve.state, value: closed}
                """))
        .containsExactly(
            "3 x missing-field: 'en' is missing",
            "4 x unknown-field: the field 'colour' is not known",
            "6 x bad-value: 'within' cannot be 'planet'",
            "7 x bad-number: 'count' has 'zero', which is not an allowed number",
            "9 x unknown-point: the kind 'smoke-detector' has no point 'detector.stat'",
            "10 x wrong-value: the point 'detector.state' cannot be 'burning'",
            "11 x unknown-kind: there is no kind of equipment 'nose'",
            "13 x.a not-writable: the point 'sounder.state' cannot be written",
            "14 x.a duplicate-id: the id 'a' is already used in linkages/x.yaml",
            "14 x.a bad-value: 'by' cannot be 'nobody'",
            "14 x.a wrong-value: the point 'zone.setpoint' cannot be '99'",
            "15 x.b no-target: nothing on this campus fits: gas-meter");
  }

  @Test
  void a2_everyWrongFieldOfAScheduleIsNamedWithItsLine() {
    assertThat(faults("schedules/y.yaml", """
                version: 1
                id: Y!
                name: {zh: 乙, en: y}
                timeZone: Mars/Base
                target: {kind: lighting-group, point: group.power, spaceKinds: [cave]}
                entries:
                - {days: [mon, noday], at: "25:00", value: 1}
                """))
        .containsExactly(
            "2 Y! bad-id: 'Y!' cannot be an id",
            "4 Y! bad-zone: there is no time zone 'Mars/Base'",
            "5 Y! not-writable: the point 'group.power' cannot be written",
            "5 Y! bad-value: 'spaceKinds' cannot be 'cave'",
            "5 Y! no-target: nothing on this campus fits: lighting-group",
            "7 Y! bad-value: 'days' cannot be 'noday'",
            "7 Y! bad-time: '25:00' is not a time of day");
  }

  @Test
  void a4_everyWrongFieldOfASceneIsNamedWithItsLine() {
    assertThat(faults("scenes/z.yaml", """
                version: 1
                id: z
                name: {zh: 丙, en: z}
                rooms:
                - {spaceKinds: [classroom, cave], values: {group.state: 7, group.power: 1, nose.long: true}}
                - {spaceKinds: [classroom], values: {}}
                - {values: {group.state: true}, extra: 1}
                """))
        .containsExactly(
            "5 z wrong-value: the point 'group.state' cannot be '7'",
            "5 z no-such-point: no kind of equipment has a point 'group.power' that can be written",
            "5 z no-such-point: no kind of equipment has a point 'nose.long' that can be written",
            "5 z bad-value: 'spaceKinds' cannot be 'cave'",
            "6 z missing-field: 'values' is missing",
            "6 z duplicate-id: the id 'classroom' is already used in scenes/z.yaml",
            "7 z unknown-field: the field 'extra' is not known",
            "7 z missing-field: 'spaceKinds' is missing");
  }

  @Test
  void a3_aFileThatIsNoMapOrOfAnotherVersionIsRefused() {
    assertThat(faults("linkages/a.yaml", "- 1")).hasSize(1).first().asString().contains("bad-yaml");
    assertThat(faults("linkages/a.yaml", "id: [a"))
        .hasSize(1)
        .first()
        .asString()
        .contains("bad-yaml");
    assertThat(faults("linkages/a.yaml", "version: 7"))
        .containsExactly("1  format-version: the format version '7' is not supported");
  }
}
