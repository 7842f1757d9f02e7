package io.campustwin.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with the product, resources {@code /scenarios/<id>.yaml}. */
public final class Scenarios {
  /** Ids in the order they are listed. */
  private static final List<String> IDS =
      List.of("DR-FIRE", "DR-FIRE-ONE-DETECTOR", "DR-FIRE-SILENT-DOOR", "DR-PANIC");

  private Scenarios() {}

  public static List<Scenario> list() {
    return IDS.stream().map(id -> find(id).orElseThrow()).toList();
  }

  public static Optional<Scenario> find(String id) {
    if (!IDS.contains(id)) {
      return Optional.empty();
    }
    String resource = "/scenarios/" + id + ".yaml";
    try (InputStream stream = Scenarios.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      ScenarioReading reading = ScenarioReader.read(id + ".yaml", stream.readAllBytes());
      Scenario scenario = reading.scenario();
      if (scenario == null) {
        throw new IllegalStateException("resource " + resource + ": " + reading.faults());
      }
      return Optional.of(scenario);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource, e);
    }
  }
}
