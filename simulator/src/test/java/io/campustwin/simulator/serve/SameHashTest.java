package io.campustwin.simulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Sample;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole hour of the demo school, served over three protocols on a clock that the test turns: the same seed says the same
 * and ends in the same state whatever the pace, the number of threads, and after a save and a restore in the middle.
 */
class SameHashTest {
  private static final CampusModel MODEL = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
  private static final WorldOptions OPTIONS =
      WorldOptions.of(7, Instant.parse("2026-03-11T00:20:00Z").toEpochMilli());
  private static final int SECONDS = 3600;

  @TempDir
  private static Path folder;

  private static String expected = "";

  /** One protocol that says everything to a hash. */
  private record Ear(AdapterKind kind, MessageDigest hash) implements VirtualDevices {
    @Override
    public void start(List<Point> points, WriteHandler world) {}

    @Override
    public void show(List<Sample> samples) {
      ByteWriter out = new ByteWriter();
      samples.forEach(
          sample -> out.point(sample.point()).value(sample.value()).whole(sample.sourceTime()));
      hash.update(out.toBytes());
    }

    @Override
    public void silence(String device, boolean silent) {}

    @Override
    public void close() {}
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Ear> ears() {
    return Arrays.stream(AdapterKind.values()).map(kind -> new Ear(kind, sha())).toList();
  }

  /** Serves a world so many seconds; the wall clock moves on by {@code tick} ms at a time. */
  private static void serve(World world, List<Ear> ears, int seconds, double speed, int tick)
      throws IOException {
    AtomicLong wall = new AtomicLong();
    long end = world.now() + seconds * 1000L;
    Path file = folder.resolve("witness" + System.identityHashCode(ears) + ".jsonl");
    try (WitnessLog witness = WitnessLog.open(file);
        VirtualCampus campus = new VirtualCampus(
            MODEL, world, List.<VirtualDevices>copyOf(ears), witness, speed, wall::get)) {
      while (campus.now() < end) {
        long most = Math.round((end - campus.now()) / speed + 0.5);
        wall.addAndGet(Math.min(most, tick));
        campus.follow();
      }
    }
  }

  /** What was said, protocol by protocol, and the state at the end. */
  private static String hash(World world, List<Ear> ears) {
    MessageDigest all = sha();
    ears.forEach(ear -> all.update(ear.hash.digest()));
    all.update(world.save());
    return HexFormat.of().formatHex(all.digest());
  }

  private static String run(double speed, int tick) {
    try {
      World world = World.of(MODEL, OPTIONS);
      List<Ear> ears = ears();
      serve(world, ears, SECONDS, speed, tick);
      return hash(world, ears);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** At full speed: the clock is always a quarter of an hour ahead. */
  @BeforeAll
  static void atFullSpeedOnOneThread() {
    expected = run(60, 15_000);
  }

  /** Ticks of 17 ms of wall time are 1.02 s of the campus. */
  @Test
  void a1_pacedAt60TimesItSaysTheSame() {
    assertThat(run(60, 17)).isEqualTo(expected);
  }

  @Test
  void b1_onTwoThreadsAtOnceItSaysTheSame() {
    CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> run(60, 15_000));
    CompletableFuture<String> two = CompletableFuture.supplyAsync(() -> run(10, 90_000));
    assertThat(one.join()).isEqualTo(expected);
    assertThat(two.join()).isEqualTo(expected);
  }

  @Test
  void c1_afterSaveAndRestoreInTheMiddleItSaysTheSame() throws IOException {
    World world = World.of(MODEL, OPTIONS);
    List<Ear> ears = ears();
    serve(world, ears, SECONDS / 2, 60, 15_000);
    World restored = World.restore(MODEL, OPTIONS, world.save());
    serve(restored, ears, SECONDS / 2, 60, 15_000);
    assertThat(hash(restored, ears)).isEqualTo(expected);
  }
}
