package io.campustwin.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.fault.FaultKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A feeder that opens takes its loads and devices down, and they come back with it. */
class FeederTest {
  private static final long START = Instant.parse("2026-03-02T02:00:00Z").toEpochMilli();
  private final World world = World.of(LittleSchool.model(), WorldOptions.of(7, START));

  private void pass(int seconds) {
    world.step(world.now() + seconds * 1000L);
  }

  private double number(String point) {
    Value value = world.find(PointId.of(point)).orElseThrow();
    return value instanceof Value.Num num ? num.number() : -1;
  }

  @Test
  void a1_behindAnOpenFeederNothingRunsAndNothingIsMetered() {
    PointId lamp = PointId.of("A101-LG1.group.state");
    world.write("", new FieldWrite("c1", lamp, Value.of(true), 8, Long.MAX_VALUE));
    pass(5);
    double before = number("A1-COR-EM.meter.power");
    assertThat(number("A101-LG1.group.power")).isGreaterThan(100);
    world.faults().inject(FaultKind.OUT_OF_SERVICE, "A1-COR-EM", 0, 0);
    pass(5);
    assertThat(number("A1-COR-EM.meter.power")).isZero();
    assertThat(number("A1-COR-EM.meter.voltage")).isZero();
    assertThat(number("A101-LG1.group.power")).isLessThan(5);
    assertThat(world.find(PointId.of("A101-IP.terminal.online"))).contains(Value.of(false));
    assertThat(world.power().balance().residual()).isLessThan(1e-9);
    world.faults().clear(FaultKind.OUT_OF_SERVICE, "A1-COR-EM");
    pass(5);
    assertThat(number("A1-COR-EM.meter.power")).isBetween(0.9 * before, 1.1 * before);
    assertThat(number("A101-LG1.group.power")).isGreaterThan(100);
    assertThat(world.find(PointId.of("A101-IP.terminal.online"))).contains(Value.of(true));
  }
}
