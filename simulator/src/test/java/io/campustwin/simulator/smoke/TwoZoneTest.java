package io.campustwin.simulator.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two rooms: smoke passes the door, a saved run goes on bit for bit. */
class TwoZoneTest {
  private static TwoZone rooms() {
    List<Chamber> rooms = List.of(new Chamber(60, 3, 32, 0), new Chamber(100, 3, 60, 0));
    List<Opening> openings =
        List.of(new Opening(0, 1, 1, 0, 2.1), new Opening(1, Opening.OUTSIDE, 1.5, 0, 2.1));
    return new TwoZone(rooms, openings, 293.15, true);
  }

  private static void run(TwoZone model, int steps) {
    for (int step = 0; step < steps; step++) {
      model.step();
    }
  }

  @Test
  void a1_smokePassesTheDoorOnceItIsBelowItsHead() {
    TwoZone model = rooms();
    model.ignite(0, DesignFire.of(Growth.FAST));
    run(model, 20);
    assertThat(model.clear(0)).isBetween(2.1, 2.99);
    assertThat(model.clear(1)).isEqualTo(3);
    run(model, 300);
    assertThat(model.clear(1)).isLessThan(2.9);
    assertThat(model.smoke(1).kelvin()).isBetween(293.15, model.smoke(0).kelvin());
  }

  @Test
  void b1_aSavedRunGoesOnBitForBit() {
    TwoZone first = rooms();
    first.ignite(0, DesignFire.of(Growth.FAST));
    run(first, 150);
    ByteWriter out = new ByteWriter();
    first.save(out);
    TwoZone second = rooms();
    second.load(new ByteReader(out.toBytes()));
    run(first, 150);
    run(second, 150);
    assertThat(second.smoke(1)).isEqualTo(first.smoke(1));
    assertThat(second.clear(0)).isEqualTo(first.clear(0));
    assertThat(second.pressure(0)).isEqualTo(first.pressure(0));
  }
}
