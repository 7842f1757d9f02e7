package io.campustwin.adapter.spi.contract;

import static io.campustwin.adapter.spi.contract.SamplePoints.FIRST;
import static io.campustwin.adapter.spi.contract.SamplePoints.MESSAGE;
import static io.campustwin.adapter.spi.contract.SamplePoints.MODE;
import static io.campustwin.adapter.spi.contract.SamplePoints.OTHER;
import static io.campustwin.adapter.spi.contract.SamplePoints.RUNNING;
import static io.campustwin.adapter.spi.contract.SamplePoints.SECOND;
import static io.campustwin.adapter.spi.contract.SamplePoints.SETPOINT;
import static io.campustwin.adapter.spi.contract.SamplePoints.TEMPERATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.adapter.spi.Adapter.Capability;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.signal.WriteOutcome.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The promises of an adapter and of the virtual devices opposite. A protocol's test extends this, says how its addresses
 * look and opens a pair; capabilities the adapter does not declare are proven absent.
 */
public abstract class AdapterContract {
  /** Two whole seconds, so that protocols with any resolution of time carry it unchanged. */
  private static final long SOURCE_TIME = 1_790_000_002_000L;

  private Set<String> threadsBefore = Set.of();
  private List<Point> points = List.of();
  private final RecordingSink sink = new RecordingSink();
  private final RecordingWorld world = new RecordingWorld();
  private @Nullable FieldPair opened;

  /** An adapter and its devices over a fresh link; the suite starts and closes them. */
  protected abstract FieldPair openPair(List<Point> points);

  /** Where a point lives in this protocol. */
  protected abstract FieldAddress address(SamplePoints.Row row);

  /** The adapter's clock, epoch milliseconds. */
  protected long now() {
    return System.currentTimeMillis();
  }

  /** Start of the names of threads that a protocol's library keeps for the life of the process. */
  protected Set<String> libraryThreads() {
    return Set.of();
  }

  /** False where the devices take their time from elsewhere than the samples shown. */
  protected boolean carriesSourceTime() {
    return true;
  }

  @BeforeEach
  void start() {
    threadsBefore = threads();
    points = SamplePoints.all(this::address);
    FieldPair fresh = openPair(points);
    opened = fresh;
    fresh.devices().start(points, world);
    fresh.adapter().start(points, sink);
    Await.until("link up", () -> sink.state("").equals(java.util.Optional.of(LinkState.UP)));
  }

  @AfterEach
  void close() {
    pair().close();
  }

  @Test
  void a1_everyTypeArrivesWithValueQualityTimeAndMark() {
    showAll(21.5);
    Sample setpoint = awaitGood(SETPOINT);
    assertThat(awaitGood(RUNNING).value()).isEqualTo(Value.of(true));
    assertThat(awaitGood(MODE).value()).isEqualTo(Value.of("heat"));
    assertThat(awaitGood(MESSAGE).value()).isEqualTo(Value.of("早上好, hello"));
    assertThat(number(setpoint)).isCloseTo(21.5, within(1e-3));
    assertThat(setpoint.simulated()).isTrue();
    if (carriesSourceTime()) {
      assertThat(setpoint.sourceTime()).isEqualTo(SOURCE_TIME);
    }
    awaitGood(OTHER);
    Await.until("counted", () -> pair().adapter().statistics().samples() >= 6);
  }

  @Test
  void a2_refreshWithoutChangeIsReported() {
    showAll(21.5);
    awaitGood(SETPOINT);
    sink.clear();
    show(sample(SETPOINT, Value.of(21.5), SOURCE_TIME + 20_000));
    Await.until("refresh of an unchanged value", () -> sink.newest(SETPOINT).isPresent());
  }

  @Test
  void a3_badQualityKeepsTheLastValue() {
    showAll(21.5);
    awaitGood(TEMPERATURE);
    pair()
        .devices()
        .show(List.of(new Sample(
            TEMPERATURE,
            Value.of(21.5),
            Quality.bad(Quality.Reason.DEVICE_FAULT),
            SOURCE_TIME + 1_000,
            true)));
    Await.until("bad quality", () -> sink.newest(TEMPERATURE)
        .filter(sample -> sample.quality().level() == Quality.Level.BAD)
        .isPresent());
    assertThat(number(sink.newest(TEMPERATURE).orElseThrow())).isCloseTo(21.5, within(1e-3));
  }

  @Test
  void a4_numberOutsideThePlausibleRangeIsUncertain() {
    show(sample(TEMPERATURE, Value.of(75), SOURCE_TIME));
    Await.until("a sample", () -> sink.newest(TEMPERATURE).isPresent());
    assertThat(sink.newest(TEMPERATURE).orElseThrow().quality())
        .isEqualTo(Quality.uncertain(Quality.Reason.OUT_OF_RANGE));
  }

  @Test
  void b1_everyTypeIsWrittenOnceAndAcknowledged() {
    ready();
    expectWrite("c1.0", RUNNING, Value.of(false));
    expectWrite("c1.1", SETPOINT, Value.of(23.5));
    expectWrite("c1.2", MODE, Value.of("fan"));
    expectWrite("c1.3", OTHER, Value.of(18));
    expectWrite("c1.4", MESSAGE, Value.of("请安静"));
    assertThat(pair().adapter().statistics().writes()).isEqualTo(5);
    assertThat(pair().adapter().statistics().failedWrites()).isZero();
  }

  @Test
  void b2_theSameCommandTwiceActsOnce() {
    ready();
    FieldWrite write = write("c2.0", SETPOINT, Value.of(22));
    assertThat(outcome(write)).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(outcome(write)).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(outcome(write("c2.1", SETPOINT, Value.of(23)))).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(world.of(SETPOINT)).hasSize(2);
  }

  @Test
  void b3_aWriteTheWorldRefusesIsRefused() {
    ready();
    world.refuse(true);
    assertThat(outcome(write("c3.0", SETPOINT, Value.of(22)))).isEqualTo(Kind.REFUSED);
    assertThat(pair().adapter().statistics().failedWrites()).isEqualTo(1);
  }

  @Test
  void b4_whatCannotBeWrittenNeverReachesTheWorld() {
    ready();
    assertThat(outcome(write("c4.0", PointId.of("A101-FC1.no.such"), Value.of(1))))
        .isEqualTo(Kind.UNKNOWN_POINT);
    assertThat(outcome(write("c4.1", TEMPERATURE, Value.of(1)))).isEqualTo(Kind.REFUSED);
    assertThat(outcome(write("c4.2", SETPOINT, Value.of("warm")))).isEqualTo(Kind.REFUSED);
    assertThat(outcome(write("c4.3", MODE, Value.of("turbo")))).isEqualTo(Kind.REFUSED);
    assertThat(outcome(write("c4.4", SETPOINT, Value.of(99)))).isEqualTo(Kind.REFUSED);
    assertThat(outcome(new FieldWrite("c4.5", SETPOINT, Value.of(22), 8, now() - 1)))
        .isEqualTo(Kind.EXPIRED);
    assertThat(world.of(SETPOINT)).isEmpty();
    assertThat(world.of(MODE)).isEmpty();
    assertThat(world.of(TEMPERATURE)).isEmpty();
  }

  @Test
  void c1_aSilentDeviceAnswersNothingAndReturns() {
    showAll(20);
    awaitGood(SETPOINT);
    pair().devices().silence(FIRST, true);
    if (can(Capability.DEVICE_STATE)) {
      Await.until("device down", () -> notUp(FIRST));
    }
    sink.clear();
    assertThat(outcome(write("c5.0", SETPOINT, Value.of(22)))).isEqualTo(Kind.NO_ANSWER);
    assertThat(outcome(write("c5.1", OTHER, Value.of(22)))).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(world.of(SETPOINT)).isEmpty();
    show(sample(SETPOINT, Value.of(25), SOURCE_TIME + 5_000));
    show(sample(OTHER, Value.of(26), SOURCE_TIME + 5_000));
    assertThat(awaitNumber(OTHER, 26).quality().isGood()).isTrue();
    assertThat(sink.of(SETPOINT)).noneMatch(sample -> sample.quality().isGood());

    pair().devices().silence(FIRST, false);
    awaitNumber(SETPOINT, 25);
    if (can(Capability.DEVICE_STATE)) {
      Await.until("device up", () -> isUp(FIRST));
    }
    assertThat(outcome(write("c5.2", SETPOINT, Value.of(22)))).isEqualTo(Kind.ACKNOWLEDGED);
  }

  @Test
  void c2_aCutLinkIsReportedAndHealsByItself() {
    showAll(20);
    awaitGood(SETPOINT);
    pair().cut();
    Await.until("link not up", () -> notUp(""));
    assertThat(pair().adapter().status().state()).isNotEqualTo(LinkState.UP);
    assertThat(pair().adapter().status().detail()).isNotEmpty();
    assertThat(outcome(write("c6.0", SETPOINT, Value.of(22)))).isEqualTo(Kind.LINK_DOWN);
    sink.clear();
    show(sample(SETPOINT, Value.of(24), SOURCE_TIME + 30_000));
    pair().restore();
    Await.until("link up again", () -> isUp(""));
    assertThat(awaitNumber(SETPOINT, 24).quality().isGood()).isTrue();
    awaitGood(MODE);
    awaitGood(OTHER);
    assertThat(outcome(write("c6.0", SETPOINT, Value.of(22)))).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(world.of(SETPOINT)).hasSize(1);
    assertThat(pair().adapter().statistics().reconnects()).isPositive();
  }

  @Test
  void d1_readOnDemand() {
    showAll(20);
    awaitGood(TEMPERATURE);
    List<Sample> read = Await.value(pair().adapter().read(List.of(TEMPERATURE, OTHER)));
    if (!can(Capability.READ)) {
      assertThat(read).isEmpty();
      return;
    }
    assertThat(read).extracting(Sample::point).containsExactly(TEMPERATURE, OTHER);
    assertThat(number(read.get(0))).isCloseTo(20, within(1e-3));
    pair().devices().silence(SECOND, true);
    List<Sample> silent = Await.value(pair().adapter().read(List.of(TEMPERATURE, OTHER)));
    assertThat(silent.get(0).quality().isGood()).isTrue();
    assertThat(silent.get(1).quality().level()).isEqualTo(Quality.Level.BAD);
  }

  @Test
  void d2_browse() {
    showAll(20);
    awaitGood(OTHER);
    List<Discovered> found = Await.value(pair().adapter().browse());
    if (!can(Capability.BROWSE)) {
      assertThat(found).isEmpty();
      return;
    }
    Set<String> addresses = found.stream().map(Discovered::address).collect(Collectors.toSet());
    assertThat(addresses)
        .containsAll(points.stream().map(point -> point.address().address()).toList());
  }

  @Test
  void e1_priorityArrayIsTheDevicesOwn() {
    ready();
    if (!can(Capability.PRIORITY)) {
      assertThat(outcome(new FieldWrite("c7.0", SETPOINT, null, 8, Long.MAX_VALUE)))
          .isEqualTo(Kind.REFUSED);
      return;
    }
    outcome(new FieldWrite("c7.1", SETPOINT, Value.of(18), 16, Long.MAX_VALUE));
    outcome(new FieldWrite("c7.2", SETPOINT, Value.of(24), 8, Long.MAX_VALUE));
    awaitSlots(8, 16);
    assertThat(lastWritten()).isEqualTo(24);
    outcome(new FieldWrite("c7.3", SETPOINT, null, 8, Long.MAX_VALUE));
    awaitSlots(16);
    Await.until("relinquished to the schedule's value", () -> lastWritten() == 18);
  }

  @Test
  void f1_closeIsIdempotentAndLeavesNoThread() {
    showAll(20);
    awaitGood(SETPOINT);
    pair().adapter().close();
    pair().adapter().close();
    assertThat(pair().adapter().status().state()).isEqualTo(LinkState.GIVEN_UP);
    assertThat(outcome(write("c8.0", SETPOINT, Value.of(22)))).isEqualTo(Kind.LINK_DOWN);
    pair().close();
    Await.until("threads ended, left: " + left(), () -> left().isEmpty());
  }

  private Set<String> left() {
    Set<String> now = threads();
    now.removeAll(threadsBefore);
    now.removeIf(name -> libraryThreads().stream().anyMatch(name::startsWith));
    return now;
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  private void awaitSlots(Integer... levels) {
    Await.until(
        "slots " + List.of(levels),
        () ->
            sink.slots(SETPOINT).stream().map(DeviceSlot::level).toList().equals(List.of(levels)));
  }

  private double lastWritten() {
    List<FieldWrite> writes = world.of(SETPOINT);
    Value value = writes.isEmpty() ? null : writes.get(writes.size() - 1).value();
    return value instanceof Value.Num num ? Math.round(num.number() * 1e3) / 1e3 : Double.NaN;
  }

  private void expectWrite(String id, PointId point, Value value) {
    FieldWrite write = write(id, point, value);
    WriteOutcome outcome = Await.value(pair().adapter().write(write));
    assertThat(outcome.kind()).as("%s: %s", id, outcome.detail()).isEqualTo(Kind.ACKNOWLEDGED);
    assertThat(world.of(point)).hasSize(1);
    FieldWrite seen = world.of(point).get(0);
    if (value instanceof Value.Num num && seen.value() instanceof Value.Num got) {
      assertThat(got.number()).isCloseTo(num.number(), within(1e-3));
    } else {
      assertThat(seen.value()).isEqualTo(value);
    }
    if (carriesPriority()) {
      assertThat(seen.priority()).isEqualTo(write.priority());
    }
  }

  /** False where the protocol carries no priority; the devices then report priority 16. */
  protected boolean carriesPriority() {
    return true;
  }

  private void showAll(double temperature) {
    pair()
        .devices()
        .show(List.of(
            sample(RUNNING, Value.of(true), SOURCE_TIME),
            sample(SETPOINT, Value.of(temperature), SOURCE_TIME),
            sample(MODE, Value.of("heat"), SOURCE_TIME),
            sample(MESSAGE, Value.of("早上好, hello"), SOURCE_TIME),
            sample(TEMPERATURE, Value.of(temperature), SOURCE_TIME),
            sample(OTHER, Value.of(temperature), SOURCE_TIME)));
  }

  /** The link is there in both directions. */
  private void ready() {
    showAll(20);
    awaitGood(SETPOINT);
    awaitGood(OTHER);
  }

  private void show(Sample sample) {
    pair().devices().show(List.of(sample));
  }

  private static Sample sample(PointId point, Value value, long time) {
    return new Sample(point, value, Quality.GOOD, time, true);
  }

  private FieldWrite write(String id, PointId point, Value value) {
    return new FieldWrite(id, point, value, 8, now() + 60_000);
  }

  private Kind outcome(FieldWrite write) {
    return Await.value(pair().adapter().write(write)).kind();
  }

  private Sample awaitGood(PointId point) {
    Await.until(
        "good sample of " + point,
        () -> sink.newest(point).filter(sample -> sample.quality().isGood()).isPresent());
    return sink.newest(point).orElseThrow();
  }

  private Sample awaitNumber(PointId point, double number) {
    Await.until(point + " = " + number, () -> sink.newest(point)
        .filter(sample -> sample.quality().isGood())
        .filter(sample -> Math.abs(number(sample) - number) < 1e-3)
        .isPresent());
    return sink.newest(point).orElseThrow();
  }

  private static double number(Sample sample) {
    return ((Value.Num) sample.value()).number();
  }

  private boolean can(Capability capability) {
    return pair().adapter().capabilities().contains(capability);
  }

  private boolean isUp(String device) {
    return sink.state(device).filter(state -> state == LinkState.UP).isPresent();
  }

  private boolean notUp(String device) {
    return sink.state(device).filter(state -> state != LinkState.UP).isPresent();
  }

  private FieldPair pair() {
    FieldPair pair = opened;
    if (pair == null) {
      throw new IllegalStateException("no pair was opened");
    }
    return pair;
  }
}
