package io.campustwin.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.codec.CampusReading;
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
  }
}
