package io.campustwin.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Sample;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.Fault;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.smoke.Growth;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A world saved in the middle goes on bit for bit: everything it reports and everything that is true. */
class WorldSaveTest {
  private static final long LESSON = Instant.parse("2026-03-11T02:05:00Z").toEpochMilli();
  private static final int HOUR = 3600;
  private static final WorldOptions OPTIONS = WorldOptions.of(7, LESSON);

  /** Hash of every report of so many seconds and, once a minute, of the truth. */
  private static String run(World world, int seconds) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      ByteWriter[] out = {new ByteWriter()};
      for (int i = 0; i < seconds; i++) {
        world.step(world.now() + 1000);
        world.due(world.now(), sample -> put(out[0], sample));
        if (world.now() % 60_000 == 0) {
          hash.update(out[0].toBytes());
          out[0] = new ByteWriter().raw(world.save());
        }
      }
      hash.update(out[0].toBytes());
      return HexFormat.of().formatHex(hash.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ByteWriter out, Sample sample) {
    out.point(sample.point()).value(sample.value()).whole(sample.sourceTime());
  }

  private static void trouble(World world, String room, String reading, String device) {
    long now = world.now();
    world.faults().inject(new Fault(FaultKind.SENSOR_DRIFT, reading, 2, Course.step(now, 0)));
    world
        .faults()
        .inject(new Fault(FaultKind.LINK_LOSS, device, 30, new Course(now, 7_200_000, 0)));
    world.faults().inject(FaultKind.LINK_DELAY, device, 0, 4000);
    world.faults().inject(FaultKind.LINK_REORDER, "mqtt", 0, 20);
    world.happen(new Happening.Fire(room, Growth.FAST));
  }

  /** The save falls into a fire: people on the stairs, reports on the wire, a drift and a growing loss. */
  @Test
  void a1_aSchoolGoesOnAfterHalfAnHourAsIfNothingHadHappened() {
    CampusModel model = LittleSchool.model();
    World world = World.of(model, OPTIONS);
    run(world, HOUR / 2 - 180);
    trouble(world, "A201", "A201-AQ.room.co2", "BAC-A1");
    run(world, 180);
    World restored = goesOn(model, world);
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> run(restored, HOUR / 2));
    assertThat(run(world, HOUR / 2)).isEqualTo(other.join());
    assertThat(StateWalk.differences(world, restored)).isEmpty();
  }

  /** All kinds of rooms and equipment; a whole hour of it is the case world-save of the suite faults. */
  @Test
  void a3_theDemoSchoolForgetsNothing() {
    CampusModel model = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    World world = World.of(model, OPTIONS);
    run(world, 60);
    trouble(world, "A201", "A201-AQ1.room.co2", "BAC-A1");
    run(world, 180);
    goesOn(model, world);
  }

  /** What is restored is equal at once, and in all its parts after a minute. */
  private static World goesOn(CampusModel model, World world) {
    byte[] saved = world.save();
    World restored = World.restore(model, OPTIONS, saved);
    assertThat(restored.save()).isEqualTo(saved);
    assertThat(run(restored, 60)).isEqualTo(run(world, 60));
    assertThat(StateWalk.differences(world, restored)).isEmpty();
    return restored;
  }

  @Test
  void a2_theSameSeedGivesTheSameHashOnOneThreadAndOnTwo() {
    CampusModel model = LittleSchool.model();
    String alone = run(World.of(model, OPTIONS), HOUR / 4);
    CompletableFuture<String> one =
        CompletableFuture.supplyAsync(() -> run(World.of(model, OPTIONS), HOUR / 4));
    CompletableFuture<String> two =
        CompletableFuture.supplyAsync(() -> run(World.of(model, OPTIONS), HOUR / 4));
    assertThat(one.join()).isEqualTo(alone);
    assertThat(two.join()).isEqualTo(alone);
    assertThat(run(World.of(model, WorldOptions.of(8, LESSON)), HOUR / 4)).isNotEqualTo(alone);
  }

  @Test
  void b1_bytesOfAnotherWorldAreRefused() {
    CampusModel model = LittleSchool.model();
    byte[] saved = World.of(model, OPTIONS).save();
    assertThatThrownBy(() -> World.restore(model, WorldOptions.of(8, LESSON), saved))
        .isInstanceOf(BadBytes.class);
    byte[] cut = java.util.Arrays.copyOf(saved, saved.length - 9);
    assertThatThrownBy(() -> World.restore(model, OPTIONS, cut)).isInstanceOf(BadBytes.class);
  }
}
