package io.campustwin.engine.kernel;

import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of valid inputs of every kind for the tiny campus, made from a seed: reports named and by handle, links,
 * slots, commands and their answers, acknowledgements, ticks, restarts. The same seed gives the same inputs.
 */
final class RandomInputs {
  private static final List<String> LINES = List.of(
      "sample D1.detector.state alarm",
      "sample D1.detector.state normal",
      "sample D2.detector.state alarm",
      "sample D2.detector.state normal bad",
      "sample T1.temp 31",
      "sample T1.temp 20",
      "sample T1.temp 21.5",
      "sample T1.temp 99",
      "sample F1.unit.mode cool",
      "sample F1.unit.mode off",
      "sample M1.screen.content 你好",
      "sample A1.door.lock released",
      "sample S1.sounder.state on",
      "slots L1.lamp.on 8=true 16=false",
      "slots L1.lamp.on 5=true",
      "link opcua retrying",
      "link mqtt DEV-A1 up",
      "seen T1.temp#1 bob ok",
      "seen D1.detector.state#1 eve seen",
      "clear D1.detector.state#1 eve",
      "shelve T1.temp eve repair 900",
      "unshelve T1.temp bob",
      "out D2.detector.state eve broken",
      "in D2.detector.state bob",
      "drill fire D1.detector.state bob try",
      "reset fire#1 bob",
      "reset fire#3 bob",
      "reset hot#2 bob",
      "shelve T1.temp eve repair 900",
      "unshelve T1.temp bob",
      "out D2.detector.state eve broken",
      "in D2.detector.state bob",
      "tick",
      "tick",
      "tick",
      "restart");
  private static final List<String> ENDS = List.of("ack", "ack", "refuse", "noanswer", "linkdown");
  private static final List<String> ORDERS = List.of(
      "F1.unit.mode cool",
      "F1.unit.mode heat expires=%d",
      "F1.unit.mode null",
      "F1.set.point 21",
      "L1.lamp.on true",
      "L1.lamp.on null",
      "M1.screen.content 你好",
      "A1.door.lock locked",
      "C1.chiller.state on",
      "C2.chiller.state on expires=%d",
      "C1.chiller.state off nowait",
      "C1.chiller.speed,C2.chiller.speed,L1.lamp.on 50 watts=3000",
      "C2.chiller.state,F1.unit.mode,C1.chiller.state on persecond=1 deadline=%d",
      "F1.unit.mode,L1.lamp.on heat,true scene=x persecond=1");

  private final SplittableRandom random;
  private final PointDirectory directory = PointDirectory.of(TinyCampus.model(), List.of());
  private long now;
  private int commands;

  private RandomInputs(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The first {@code count} inputs of a seed. */
  static List<Input> of(long seed, int count) {
    RandomInputs from = new RandomInputs(seed);
    List<Input> inputs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      inputs.add(from.next());
    }
    return inputs;
  }

  private Input next() {
    now += random.nextInt(4);
    if (random.nextInt(100) == 0) {
      return new Input.NewRules(now * 1000, D01_LinkageTest.texts(random.nextBoolean()));
    }
    int dice = random.nextInt(10);
    if (dice < 2) {
      return line("submit c" + ++commands + " bob " + (1 + random.nextInt(16)) + " " + order());
    } else if (dice < 4) {
      int item = Math.max(1, commands - random.nextInt(4));
      return line(any(ENDS) + " c" + item + ".1");
    }
    Input input = line(any(LINES));
    return input instanceof Input.Samples samples && random.nextBoolean()
        ? new Input.Reports(input.now(), ReportBatch.of(directory, samples.samples()))
        : input;
  }

  private String order() {
    return any(ORDERS).formatted(now + 7, now + 7);
  }

  private Input line(String text) {
    return Script.input(now + " " + text);
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
