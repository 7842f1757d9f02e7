package io.campustwin.simulator.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the suite does not ask of the hub: its refusals. Balances and merit order stand in validate campus. */
class HubTest {
  @Test
  void a1_whatCannotBeMetIsNamedInBothLanguages() {
    HubDesign design = new HubDesign(100, 0, 0, 0, 0, 0);
    Dispatch done = new EnergyHub(design, 0.5, 0.5).step(new HubHour(130, 20, 10, 0, 0, 20, 0.5));
    assertThat(done.objections().stream().map(one -> one.en()))
        .containsExactly(
            "power lacks 30.0 kW: enlarge what supplies it or ask for less",
            "heat lacks 20.0 kW: enlarge what supplies it or ask for less",
            "cold lacks 10.0 kW: enlarge what supplies it or ask for less");
    assertThat(done.objections().get(1).zh()).startsWith("供热缺 20.0 kW");
  }

  @Test
  void b1_negativeFiguresAreNamed() {
    assertThatThrownBy(() -> new HubDesign(100, -5, 0, 0, 0, 0))
        .hasMessageContaining("facts.hub.boiler of campus.yaml is -5.0");
    assertThatThrownBy(() -> new HubHour(-1, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
