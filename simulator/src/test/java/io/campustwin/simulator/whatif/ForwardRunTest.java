package io.campustwin.simulator.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.branch.Branch;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.simulator.ahead.BadPast;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.ahead.PointHistory;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A fork of the small school on a heated morning, run forward in virtual time. */
class ForwardRunTest {
  private static final long START = Instant.parse("2026-03-09T23:30:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;
  private final CampusFiles files = BundledCampus.find("small").orElseThrow();
  private final CampusModel model =
      Objects.requireNonNull(CampusReader.read(files).model());
  private final Rules rules = RulesReader.read(files, model).rules();
  private final WorldOptions options = WorldOptions.of(7, START);
  private final Cutting cutting;
  private final Past past;

  ForwardRunTest() {
    World live = World.of(model, options);
    List<Sample> said = new ArrayList<>();
    live.step(START + 60_000);
    live.due(live.now(), said::add);
    Engine engine = Engine.of(model, rules);
    engine.apply(new Input.Samples(live.now(), said));
    engine.apply(new Input.Tick(live.now()));
    cutting = engine.cut();
    PointHistory.Builder history = PointHistory.builder();
    said.forEach(sample -> history.add(sample.point(), sample.sourceTime(), sample.value()));
    past = Past.of(model, history.build(), live.now() - HOUR, live.now());
  }

  private ForwardRun run() {
    Branch branch = new Branch(cutting.grow(rules));
    return ForwardRun.of(model, branch, cutting.snapshot(), past, options);
  }

  @Test
  void a1_theSameForkGivesTheSameTwiceAndEveryReportIsSimulated() {
    List<ForwardRun> twice = List.of(run(), run());
    twice.forEach(run -> run.advance(START + 3 * HOUR, done -> {}));
    assertThat(twice.get(0).branch().hash()).isEqualTo(twice.get(1).branch().hash());
    assertThat(twice.get(0).totals()).isEqualTo(twice.get(1).totals());
    assertThat(twice.get(0).totals().buildings().get("A").heating()).isPositive();
    assertThat(twice.get(0).branch().snapshot().listPoints())
        .allSatisfy(state -> assertThat(state.simulated() && state.quality().isGood())
            .as(state.toString())
            .isTrue());
  }

  @Test
  void a2_aValveStuckShutHeatsLess() {
    ForwardRun well = run();
    ForwardRun ill = run();
    assertThat(ill.inject(FaultKind.VALVE_STUCK, "A201-FC1", 0, 0)).isEmpty();
    assertThat(ill.inject(FaultKind.VALVE_STUCK, "nothing", 0, 0)).isPresent();
    List.of(well, ill).forEach(run -> run.advance(START + 2 * HOUR, done -> {}));
    assertThat(ill.totals().buildings().get("A").heating())
        .isLessThan(well.totals().buildings().get("A").heating());
  }

  @Test
  void b1_aPastWithoutTemperaturesOrOfAnotherCampusIsRefused() {
    PointHistory none = PointHistory.builder().build();
    assertThatThrownBy(() -> Past.of(model, none, 0, HOUR))
        .isInstanceOfSatisfying(BadPast.class, bad -> {
          assertThat(bad.code()).isEqualTo("no-history");
          assertThat(bad.reason().zh()).contains("房间温度");
        });
    PointHistory other = PointHistory.builder()
        .add(PointId.of("Z9-AQ1.room.temperature"), 1, Value.of(20))
        .build();
    assertThatThrownBy(() -> Past.of(model, other, 0, HOUR)).hasMessageContaining("Z9-AQ1");
    assertThatThrownBy(() -> Past.of(model, none, HOUR, HOUR)).isInstanceOf(BadPast.class);
  }

  @Test
  void c1_aWorldSetUpFromAPastIsSavedAndGoesOnBitForBit() {
    World world = World.initialise(model, options, past);
    World copy = World.restore(model, world.options(), world.save());
    for (World each : List.of(world, copy)) {
      for (int minute = 0; minute < 90; minute++) {
        each.stride();
      }
    }
    assertThat(copy.save()).isEqualTo(world.save());
  }
}
