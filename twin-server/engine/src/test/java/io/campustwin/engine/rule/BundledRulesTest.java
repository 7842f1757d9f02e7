package io.campustwin.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.codec.CampusReading;
import io.campustwin.engine.control.Scenes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"small", "demo"})
  void theRulesOfTheBundledCampusesHaveNoFault(String name) {
    CampusFiles files = BundledCampus.find(name).orElseThrow();
    CampusReading campus = CampusReader.read(files);
    assertThat(campus.faults()).isEmpty();
    RulesReading reading = RulesReader.read(files, campus.model());
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rules().linkages())
        .extracting("id")
        .contains("fire", "fire-callpoint", "panic");
    assertThat(reading.rules().schedules()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(reading.rules().scenes())
        .extracting("id")
        .contains("lesson", "break", "exam", "self-study", "night");
    Scenes scenes = Scenes.of(campus.model(), reading.rules().scenes());
    assertThat(scenes.settingsOfSpaces("lesson", java.util.List.of("A101")))
        .extracting(setting -> setting.point() + "=" + setting.value())
        .contains("A101-LG1.group.state=true", "A101-RC1.room.scene=lesson")
        .doesNotHaveDuplicates();
    assertThat(scenes.knows("lesson")).isTrue();
    assertThat(scenes.knows("party")).isFalse();
    assertThat(scenes.settingsOfSpaces("party", java.util.List.of("A101"))).isEmpty();
  }
}
