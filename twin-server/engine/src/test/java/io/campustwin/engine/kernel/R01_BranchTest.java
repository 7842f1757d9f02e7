package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.branch.ChangePlan;
import io.campustwin.engine.branch.Difference;
import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fork goes its own way; what it did differently becomes commands for its origin. */
class R01_BranchTest {
  private static final String START = """
      1 sample F1.unit.mode off
      1 sample F1.set.point 20
      1 sample L1.lamp.on false
      1 sample A1.door.lock locked
      1 sample T1.temp 20
      1 sample D1.detector.state normal""";

  private final Rules rules = D01_LinkageTest.rules();
  private final Script live = new Script(rules);

  private Branch fork() {
    return new Branch(live.engine().cut().grow(rules));
  }

  private static CommandRequest order(long now, String line) {
    return ((Input.Submit) Script.input(now / 1000.0 + " submit " + line)).request();
  }

  private static void submit(Branch branch, String line) {
    branch.submit(order(branch.now(), line));
  }

  private Difference difference(Branch branch) {
    return Difference.of(
        new Difference.Side(live.engine().snapshot(), live.engine().cut().owed()),
        new Difference.Side(branch.snapshot(), branch.owed()));
  }

  private static List<String> text(ChangePlan plan) {
    return plan.steps().stream()
        .map(step -> step.level() + " " + step.value() + " " + step.targets())
        .toList();
  }

  private void apply(ChangePlan plan) {
    for (CommandRequest command : plan.commands("bob")) {
      live.engine().apply(new Input.Submit(live.engine().now(), command));
    }
  }

  @Test
  void a1_aForkBeginsAsItsOriginAndNeitherDisturbsTheOther() {
    live.run(START + "\n2 submit c1 bob 8 F1.unit.mode cool\n2 ack c1.1");
    Branch branch = fork();
    byte[] before = live.engine().save();
    assertThat(difference(branch).isEmpty()).isTrue();
    submit(branch, "f1 eve 8 A1.door.lock released");
    branch.advance(20_000);
    assertThat(live.engine().save()).isEqualTo(before);
    assertThat(state(branch, "A1.door.lock"))
        .isEqualTo("A1.door.lock released good [8=released eve]");
    live.run("30 sample T1.temp 25\n31 sample A1.door.lock locked");
    assertThat(state(branch, "T1.temp")).startsWith("T1.temp 20.0 good");
    assertThat(state(branch, "F1.unit.mode")).contains("[8=cool bob]");
  }

  private static String state(Branch branch, String id) {
    return Script.point(
        branch.snapshot().findPoint(io.campustwin.signal.PointId.of(id)).orElseThrow());
  }

  @Test
  void a2_writesAreConfirmedByHalfTheSettlingTimeAndMarkedSimulated() {
    live.run(START);
    Branch branch = fork();
    submit(branch, "f1 eve 8 F1.unit.mode cool");
    submit(branch, "f2 eve 8 L1.lamp.on true");
    CommandItem item = branch.snapshot().listCommandItems("f1").get(0);
    assertThat(item.state().word()).isEqualTo("acknowledged");
    branch.advance(2_000);
    assertThat(branch.snapshot().listCommandItems("f1").get(0).state().word())
        .isEqualTo("acknowledged");
    branch.advance(3_000);
    assertThat(branch.snapshot().listCommandItems("f1").get(0).state().word())
        .isEqualTo("confirmed");
    assertThat(branch.snapshot().listCommandItems("f2").get(0).state().word())
        .isEqualTo("confirmed");
    assertThat(branch.snapshot().listPoints())
        .filteredOn(point -> point.id().text().startsWith("L1"))
        .allMatch(point -> point.simulated());
    submit(branch, "f3 eve 8 F1.unit.mode null");
    submit(branch, "f4 eve 8 L1.lamp.on null");
    branch.advance(10_000);
    assertThat(state(branch, "F1.unit.mode")).isEqualTo("F1.unit.mode off good");
    assertThat(branch.snapshot().listCommandItems("f4").get(0).state().word())
        .isEqualTo("relinquished");
  }

  @Test
  void a3_timePassesWithoutPointsGoingStaleAndWhatWasBadStaysBad() {
    live.run(START + "\n2 sample D2.detector.state normal\n2 sample D2.detector.state normal bad");
    Branch branch = fork();
    branch.advance(3_600_000);
    assertThat(branch.now()).isEqualTo(3_600_000);
    assertThat(state(branch, "T1.temp")).isEqualTo("T1.temp 20.0 good");
    assertThat(state(branch, "D2.detector.state")).contains("bad(device-fault)");
    branch.advance(1_000);
    assertThat(branch.now()).isEqualTo(3_600_000);
  }

  @Test
  void a4_theSameStepsGiveTheSameHash() {
    live.run(START);
    Branch one = fork();
    Branch other = fork();
    for (Branch branch : List.of(one, other)) {
      submit(branch, "f1 eve 8 F1.unit.mode cool expires=40");
      branch.advance(61_500);
    }
    assertThat(one.hash()).isEqualTo(other.hash()).isNotEqualTo(fork().hash());
    assertThat(state(one, "F1.unit.mode")).isEqualTo("F1.unit.mode off good");
  }

  @Test
  void b1_theDifferenceBecomesCommandsThatMakeItVanish() {
    live.run(START + "\n2 submit c1 bob 8 F1.unit.mode cool\n2 submit c2 bob 8 L1.lamp.on true");
    Branch branch = fork();
    submit(branch, "f1 eve 10 F1.unit.mode heat");
    submit(branch, "f2 eve 8 F1.unit.mode null");
    submit(branch, "f3 eve 9 F1.set.point 22");
    submit(branch, "f4 eve 8 L1.lamp.on false");
    ChangePlan plan = ChangePlan.of("p1", difference(branch));
    assertThat(text(plan))
        .containsExactly(
            "8 false [L1.lamp.on]",
            "9 22.0 [F1.set.point]",
            "10 heat [F1.unit.mode]",
            "8 null [F1.unit.mode]");
    assertThat(plan.commands("bob"))
        .extracting(CommandRequest::id, CommandRequest::reason)
        .startsWith(org.assertj.core.groups.Tuple.tuple("plan-p1-1", "plan p1"));
    apply(plan);
    assertThat(difference(branch).slots()).isEmpty();
    byte[] once = live.engine().save();
    apply(plan);
    assertThat(live.engine().snapshot().listCommandItems("plan-p1-1")).hasSize(1);
    assertThat(live.engine().save()).hasSameSizeAs(once);
  }

  @Test
  void b2_targetsOfOneValueGoTogetherAndAreGivenUpWeakestFirst() {
    live.run(START + "\n2 submit c1 bob 8 F1.unit.mode cool\n3 submit c2 bob 12 F1.unit.mode heat");
    Branch branch = fork();
    submit(branch, "f1 eve 8 F1.unit.mode null");
    submit(branch, "f2 eve 12 F1.unit.mode null");
    submit(branch, "f3 eve 8 L1.lamp.on true");
    submit(branch, "f4 eve 8 A1.door.lock released expires=99");
    assertThat(text(ChangePlan.of("p", difference(branch))))
        .containsExactlyInAnyOrder(
            "8 true [L1.lamp.on]",
            "8 released [A1.door.lock]",
            "12 null [F1.unit.mode]",
            "8 null [F1.unit.mode]")
        .endsWith("12 null [F1.unit.mode]", "8 null [F1.unit.mode]");
  }

  @Test
  void b3_whatAutomaticOwnersAndOthersHoldIsLeftOutAndCounted() {
    live.run(START);
    Branch branch = fork();
    submit(branch, "f1 schedule:x 16 F1.unit.mode cool");
    submit(branch, "f2 linkage:x 8 A1.door.lock released");
    live.run("5 slots L1.lamp.on 8=true");
    Difference difference = difference(branch);
    assertThat(difference.slots()).hasSize(3);
    ChangePlan plan = ChangePlan.of("p", difference);
    assertThat(plan.steps()).isEmpty();
    assertThat(plan.left()).isEqualTo(3);
  }

  @Test
  void b4_valuesAlarmsAndWhatSchedulesOweAreCompared() {
    live.run(START);
    Branch branch = fork();
    live.run("3 sample D1.detector.state alarm");
    Difference difference = difference(branch);
    assertThat(difference.values())
        .extracting(pair -> pair.here().value() + " " + pair.there().value())
        .containsExactly("alarm normal");
    assertThat(difference.alarms())
        .extracting(pair -> pair.alarm() + " " + pair.here() + " " + pair.there())
        .containsExactly("D1.detector.state#1 UNACKNOWLEDGED NORMAL");
  }

  @Test
  void c1_theWriterHandsOutCuttingsBetweenTwoGroupsAndNamesItsEnd() throws Exception {
    Kernel kernel = new Kernel(
        live.engine(),
        new io.campustwin.engine.journal.MemoryJournalStore(),
        outputs -> {},
        () -> 1_000L);
    Thread writer = new Thread(kernel::run, "writer");
    writer.start();
    Cutting cutting = kernel.cut().get(10, java.util.concurrent.TimeUnit.SECONDS);
    assertThat(cutting.grow(rules).sequence()).isEqualTo(cutting.snapshot().sequence());
    kernel.stop();
    writer.join(10_000);
    assertThat(kernel.cut()).isCompletedExceptionally();
  }
}
