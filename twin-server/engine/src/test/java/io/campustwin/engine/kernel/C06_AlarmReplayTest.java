package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storms of every sort of alarm, held, answered and reset at random: a save in the middle changes nothing. */
class C06_AlarmReplayTest {
  private static final List<String> LINES = List.of(
      "sample T%d.temp 40",
      "sample T%d.temp 20",
      "sample C%d.online false",
      "sample C%d.online true",
      "sample C%d.maintenance true",
      "sample C%d.maintenance false",
      "sample Z%d.zone true",
      "sample Z%d.zone false",
      "sample EM.voltage 0",
      "sample UP.voltage 0",
      "sample EM.voltage 230",
      "sample UP.voltage 230",
      "sample B1.pressed true",
      "sample B1.pressed false",
      "link opcua retrying",
      "link opcua up",
      "link mqtt DEV-C%d retrying",
      "link mqtt DEV-C%d up",
      "seen T%d.temp#1 bob ok",
      "seen Z%d.zone#1 bob ok",
      "seen B1.pressed#1 bob ok",
      "clear Z%d.zone#1 eve",
      "clear B1.pressed#1 eve",
      "shelve T%d.temp eve repair 700",
      "unshelve T%d.temp eve",
      "out Z%d.zone eve broken",
      "in Z%d.zone eve",
      "tick",
      "tick",
      "tick");

  private final CampusModel model = AlarmCampus.model();

  private static List<Input> inputs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Input> inputs = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 1_500; i++) {
      now += random.nextInt(3) * random.nextInt(4) / 3;
      String line =
          LINES.get(random.nextInt(LINES.size())).replace("%d", "" + (1 + random.nextInt(9)));
      inputs.add(Script.input(now + " " + line));
    }
    return inputs;
  }

  private String hash(List<Input> inputs, int saveAt) {
    Engine engine = Engine.of(model, Rules.none());
    OutputHash hash = new OutputHash();
    for (int i = 0; i < inputs.size(); i++) {
      if (i == saveAt) {
        byte[] saved = engine.save();
        engine = Engine.restore(model, Rules.none(), saved);
        assertThat(engine.save()).isEqualTo(saved);
      }
      hash.add(engine.apply(InputCodec.decode(InputCodec.encode(inputs.get(i)))));
    }
    return hash.hex();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a1_aSaveInTheMiddleChangesNothing(long seed) {
    List<Input> inputs = inputs(seed);
    String straight = hash(inputs, -1);
    for (int saveAt : new int[] {60, 400, 900, 1_300}) {
      assertThat(hash(inputs, saveAt)).as("seed %d, saved at %d", seed, saveAt).isEqualTo(straight);
    }
  }
}
