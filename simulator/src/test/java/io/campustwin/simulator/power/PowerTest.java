package io.campustwin.simulator.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.LittleSchool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trees of circuits, from the smallest to a school's. */
class PowerTest {
  private static final List<Circuit> TREE = List.of(
      new Circuit("light", "panel", 16, 1, 0.015),
      new Circuit("service", "", 400, 3, 0.01),
      new Circuit("panel", "service", 100, 3, 0.01));

  @Test
  void a1_whatEntersIsLoadAndLossAndTheVoltageFalls() {
    PowerTree tree = PowerTree.of(TREE);
    PowerFlow flow = new PowerFlow(tree);
    int light = tree.find("light");
    flow.add(light, 3000);
    flow.solve();
    double amperes = 3000 / (PowerTree.VOLTS * PowerTree.POWER_FACTOR);
    assertThat(flow.current(light)).isCloseTo(amperes, within(1e-9));
    assertThat(flow.loss(light))
        .isCloseTo(amperes * amperes * 0.015 * PowerTree.VOLTS / (16 * 0.93), within(1e-9));
    assertThat(flow.power(0)).isCloseTo(3000 + flow.losses(), within(1e-9));
    assertThat(flow.volts(light)).isBetween(220.0, flow.volts(tree.find("panel")));
  }

  @Test
  void a2_anOpenFeederTakesEverythingBehindItDown() {
    PowerTree tree = PowerTree.of(TREE);
    PowerFlow flow = new PowerFlow(tree);
    flow.add(tree.find("light"), 3000);
    flow.open(tree.find("panel"), true);
    flow.solve();
    assertThat(flow.isDead(tree.find("light"))).isTrue();
    assertThat(flow.power(0)).isZero();
    assertThat(flow.volts(tree.find("light"))).isZero();
  }

  @Test
  void b1_anOverloadOpensTheBreakerAfterItsTimeWhateverTheStep() {
    double wanted = Breakers.seconds(2 * 16, 16);
    for (int step : new int[] {1, 60}) {
      PowerTree tree = PowerTree.of(TREE);
      PowerFlow flow = new PowerFlow(tree);
      Breakers breakers = new Breakers(tree);
      flow.add(tree.find("light"), 32 * PowerTree.VOLTS * PowerTree.POWER_FACTOR);
      flow.solve();
      int seconds = step;
      while (!breakers.step(flow, step)) {
        seconds += step;
      }
      assertThat((double) seconds).isBetween(wanted, wanted + step);
      assertThat(breakers.isTripped(tree.find("light"))).isTrue();
      assertThat(breakers.isTripped(0)).isFalse();
    }
  }

  @Test
  void b2_aSavedBreakerGoesOnBitForBit() {
    CampusPower first = new CampusPower(LittleSchool.model());
    step(first, 60);
    ByteWriter out = new ByteWriter();
    first.save(out);
    CampusPower second = new CampusPower(LittleSchool.model());
    second.load(new ByteReader(out.toBytes()));
    step(first, 60);
    step(second, 60);
    ByteWriter one = new ByteWriter();
    first.save(one);
    ByteWriter other = new ByteWriter();
    second.save(other);
    assertThat(one.toBytes()).isEqualTo(other.toBytes());
    assertThat(second.balance()).isEqualTo(first.balance());
  }

  private static void step(CampusPower power, double seconds) {
    power.begin();
    for (int e = 0; e < LittleSchool.model().equipment().size(); e++) {
      power.draw(e, 1000);
    }
    power.end(seconds);
  }

  @Test
  void c1_badCircuitsAreNamed() {
    assertThatThrownBy(() -> PowerTree.of(
            List.of(new Circuit("a", "b", 16, 1, 0.01), new Circuit("b", "a", 16, 1, 0.01))))
        .isInstanceOf(BadCircuit.class)
        .hasMessageContaining("fed by itself");
    assertThatThrownBy(() -> PowerTree.of(List.of(new Circuit("a", "nowhere", 16, 1, 0.01))))
        .hasMessageContaining("unknown feeder 'nowhere'");
    assertThatThrownBy(() -> new Circuit("a", "", -16, 1, 0.01))
        .isInstanceOfSatisfying(
            BadCircuit.class, bad -> assertThat(bad.text().zh()).contains("须为正"));
    assertThatThrownBy(() -> Tariff.of(Map.of("tariff", "free")))
        .hasMessageContaining("use one of school, time-of-use");
  }

  @Test
  void c2_timeOfUseFollowsItsRatios() {
    assertThat(Tariff.TIME_OF_USE.price(11)).isCloseTo(0.568 * 1.64, within(1e-12));
    assertThat(Tariff.TIME_OF_USE.price(2)).isCloseTo(0.568 * 0.41, within(1e-12));
    assertThat(Tariff.of(Map.of()).price(11)).isEqualTo(0.568);
  }
}
