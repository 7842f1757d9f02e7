package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What overtakes, what waits, what is conflated, and what never is. C1.maintenance has no rule, T1.temp has one. */
class G02_LanesTest {
  private static final PointDirectory DIRECTORY =
      Engine.of(AlarmCampus.model(), Rules.none()).snapshot().directory();

  private final Lanes lanes = new Lanes(DIRECTORY);

  private CompletableFuture<Void> offer(Input input) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    assertThat(lanes.offer(new Lanes.Entry(input, done))).isTrue();
    return done;
  }

  private CompletableFuture<Void> offer(String line) {
    return offer(Script.input(line));
  }

  private static Input samples(long now, String... pairs) {
    List<Sample> samples = new ArrayList<>();
    for (String pair : pairs) {
      String[] words = pair.split("=");
      Value value = Value.of(Double.parseDouble(words[1]));
      samples.add(new Sample(PointId.of(words[0]), value, Quality.GOOD, now, false));
    }
    return new Input.Samples(now, samples);
  }

  private static List<String> text(List<Lanes.Entry> entries) {
    return entries.stream().map(entry -> text(entry.input())).toList();
  }

  private static List<Sample> samples(Input input) {
    if (input instanceof Input.Reports columns) {
      return IntStream.range(0, columns.reports().size())
          .mapToObj(i -> columns.reports().sample(i, DIRECTORY))
          .toList();
    }
    return input instanceof Input.Samples batch ? batch.samples() : List.of();
  }

  private static String text(Input input) {
    if (samples(input).isEmpty()) {
      return input.getClass().getSimpleName();
    }
    List<String> pairs = samples(input).stream()
        .map(sample -> sample.point() + "=" + Math.round(((Value.Num) sample.value()).number()))
        .toList();
    return input.now() + " " + String.join(" ", pairs);
  }

  private List<String> takeAll() {
    return text(lanes.takeNow(100_000, 1_000_000));
  }

  /** So many inputs that reports are conflated from now on. */
  private void crowd() {
    for (int i = 0; i < Lanes.CROWDED; i++) {
      offer(samples(0, "C9.maintenance=" + i));
    }
  }

  private List<String> behindTheCrowd() {
    assertThat(text(lanes.takeNow(Lanes.CROWDED, 1_000_000))).hasSize(Lanes.CROWDED);
    return takeAll();
  }

  @Test
  void a1_peopleAnswersTheClockAndGuardingPointsOvertake() {
    offer(samples(1, "T1.temp=1"));
    offer("2 link opcua up");
    offer("3 slots K1.held 8=true");
    offer(samples(4, "B1.pressed=1"));
    offer("5 seen T1.temp#1 bob ok");
    offer("6 ack c1.1");
    offer("7 tick");
    offer(samples(8, "Z1.zone=1"));
    assertThat(takeAll())
        .containsExactly(
            "4 B1.pressed=1",
            "Acknowledge",
            "Written",
            "Tick",
            "8 Z1.zone=1",
            "1 T1.temp=1",
            "Link",
            "Slots");
    assertThat(takeAll()).isEmpty();
  }

  @Test
  void a2_aMixedBatchIsSplitAndEndsWithItsLastPart() {
    CompletableFuture<Void> done = offer(samples(1, "T1.temp=1", "B1.pressed=1", "T2.temp=2"));
    assertThat(lanes.size()).isEqualTo(2);
    List<Lanes.Entry> taken = lanes.takeNow(9, 9);
    assertThat(text(taken)).containsExactly("1 B1.pressed=1", "1 T1.temp=1 T2.temp=2");
    taken.get(0).done().complete(null);
    assertThat(done).isNotDone();
    taken.get(1).done().complete(null);
    assertThat(done).isCompleted();
  }

  @Test
  void a3_aRefusalOfAPartIsARefusalOfTheWhole() {
    CompletableFuture<Void> done = offer(samples(1, "T1.temp=1", "B1.pressed=1"));
    KernelRefusal stopped = new KernelRefusal(KernelRefusal.Kind.STOPPED);
    lanes.takeNow(9, 9).forEach(entry -> entry.done().completeExceptionally(stopped));
    assertThat(done.handle((nothing, failure) -> failure).join()).isSameAs(stopped);
  }

  @Test
  void a4_aGroupIsBoundedByInputsAndByReports() {
    offer(samples(1, "T1.temp=1", "T2.temp=1"));
    offer(samples(2, "T1.temp=2"));
    offer(samples(3, "T1.temp=3"));
    offer("4 tick");
    assertThat(text(lanes.takeNow(9, 2))).containsExactly("Tick", "1 T1.temp=1 T2.temp=1");
    assertThat(text(lanes.takeNow(1, 9))).containsExactly("2 T1.temp=2");
    assertThat(takeAll()).containsExactly("3 T1.temp=3");
  }

  @Test
  void a5_besideSomethingUrgentLittleElseIsTaken() {
    String[] many = new String[Lanes.COMPANY];
    Arrays.fill(many, "T1.temp=1");
    offer(samples(1, many));
    offer(samples(2, "T1.temp=2"));
    offer("3 tick");
    assertThat(lanes.takeNow(9, 1_000_000)).hasSize(2);
    assertThat(takeAll()).containsExactly("2 T1.temp=2");
  }

  @Test
  void b1_whenCrowdedTheNewestReportReplacesTheOneThatWaits() {
    crowd();
    CompletableFuture<Void> first = offer(samples(1, "C1.maintenance=1", "C2.maintenance=1"));
    CompletableFuture<Void> second = offer(samples(2, "C1.maintenance=2"));
    assertThat(lanes.conflated()).isEqualTo(1);
    assertThat(lanes.size()).isEqualTo(Lanes.CROWDED + 1);
    lanes.takeNow(Lanes.CROWDED, 1_000_000);
    List<Lanes.Entry> heap = lanes.takeNow(9, 9);
    assertThat(text(heap)).containsExactly("2 C1.maintenance=2 C2.maintenance=1");
    assertThat(first).isNotDone();
    heap.get(0).done().complete(null);
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
  }

  @Test
  void b2_aPointWithAnAlarmRuleKeepsEveryReport() {
    crowd();
    offer(samples(1, "T1.temp=1", "C1.maintenance=1"));
    CompletableFuture<Void> second = offer(samples(2, "T1.temp=2", "C1.maintenance=2"));
    offer(samples(3, "T1.temp=3"));
    offer(samples(4, "Z1.zone=4", "T1.temp=4", "C1.maintenance=4"));
    assertThat(lanes.conflated()).isEqualTo(2);
    assertThat(text(lanes.takeNow(1, 1))).containsExactly("4 Z1.zone=4");
    List<Lanes.Entry> all = new ArrayList<>(lanes.takeNow(Lanes.CROWDED, 1_000_000));
    all.clear();
    all.addAll(lanes.takeNow(100, 100));
    assertThat(text(all))
        .containsExactly(
            "1 T1.temp=1", "2 T1.temp=2", "3 T1.temp=3", "4 T1.temp=4", "4 C1.maintenance=4");
    all.get(1).done().complete(null);
    assertThat(second).isNotDone();
    all.get(4).done().complete(null);
    assertThat(second).isCompleted();
  }

  @Test
  void b3_aLinkStaysBehindTheReportsBeforeItAndBeforeThoseAfter() {
    crowd();
    offer(samples(1, "C1.maintenance=1"));
    offer("2 link mqtt retrying");
    offer(samples(3, "C1.maintenance=3"));
    assertThat(lanes.conflated()).isZero();
    assertThat(behindTheCrowd())
        .containsExactly("1 C1.maintenance=1", "Link", "3 C1.maintenance=3");
  }

  @Test
  void b4_oneBelowTheCrowdNothingIsConflated() {
    for (int i = 1; i < Lanes.CROWDED; i++) {
      offer(samples(0, "C9.maintenance=" + i));
    }
    offer(samples(1, "C1.maintenance=1"));
    offer(samples(2, "C1.maintenance=2"));
    offer(samples(3, "C1.maintenance=3"));
    assertThat(lanes.conflated()).isEqualTo(1);
    assertThat(behindTheCrowd()).containsExactly("3 C1.maintenance=3");
  }

  @Test
  void b5_manyReportsInFewInputsAreACrowdToo() {
    String[] many = new String[Lanes.CROWDED_REPORTS];
    Arrays.fill(many, "C9.maintenance=1");
    offer(samples(0, many));
    offer(samples(1, "C1.maintenance=1"));
    offer(samples(2, "C1.maintenance=2"));
    assertThat(lanes.conflated()).isEqualTo(1);
    lanes.takeNow(1, 1);
    offer(samples(3, "C1.maintenance=3"));
    assertThat(takeAll()).containsExactly("3 C1.maintenance=3");
    offer(samples(4, "C1.maintenance=4"));
    offer(samples(5, "C1.maintenance=5"));
    assertThat(takeAll()).containsExactly("4 C1.maintenance=4", "5 C1.maintenance=5");
  }

  @Test
  void c1_aFullLaneRefusesWhatIsNotUrgent() {
    for (int i = 0; i < Lanes.LIMIT; i++) {
      offer(samples(0, "T1.temp=" + i));
    }
    Input mixed = samples(1, "T1.temp=1", "B1.pressed=1");
    assertThat(lanes.offer(new Lanes.Entry(samples(1, "T1.temp=1"), new CompletableFuture<>())))
        .isFalse();
    assertThat(lanes.offer(new Lanes.Entry(mixed, new CompletableFuture<>()))).isFalse();
    offer("2 seen T1.temp#1 bob ok");
    offer(samples(3, "B1.pressed=3"));
    assertThat(text(lanes.takeNow(3, 9)))
        .containsExactly("1 B1.pressed=1", "Acknowledge", "3 B1.pressed=3");
  }

  @Test
  void c2_takingWaitsForNews() throws InterruptedException {
    assertThat(lanes.take(1, 9, 9)).isEmpty();
    Thread other = new Thread(() -> offer("1 tick"));
    other.start();
    assertThat(text(lanes.take(60_000, 9, 9))).containsExactly("Tick");
    other.join();
  }
}
