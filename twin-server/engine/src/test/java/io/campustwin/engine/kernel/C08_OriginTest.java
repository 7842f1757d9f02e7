package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.alarm.cause.Feeders;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.alarm.cause.Origins;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an alarm comes of: a linkage that acted, a link that was down, and for how long that counts. */
class C08_OriginTest {
  private static final String GAS = """
      version: 1
      id: gas
      name: {zh: 燃气, en: gas}
      cause: {within: equipment, terms: [{kind: gas, point: gas, above: 25}]}
      effects:
      - {id: cool, name: {zh: 冷, en: c}, by: controller, where: campus, kind: thermometer, equipment: T1, point: temp, value: 20, limit: 10}
      """;

  private final CampusModel model = AlarmCampus.model();
  private final PointDirectory directory = PointTable.of(model).directory();
  private final Origins origins = fresh();

  private Origins fresh() {
    return new Origins(directory, new Feeders(model), equipment -> false);
  }

  private Origin of(String point, long now) {
    int handle = directory.find(PointId.of(point));
    return origins.of(
        handle, java.util.Objects.requireNonNull(directory.template(handle).alarm()), now);
  }

  private static byte[] bytes(Origins origins) {
    ByteWriter out = new ByteWriter();
    origins.save(out);
    return out.toBytes();
  }

  private void link(LinkState state, long now) {
    origins.link(new LinkStatus(AdapterKind.OPCUA, "", state, now, ""), now);
  }

  @Test
  void a1_whatALinkageActedOnIsItsConsequenceForAMinute() {
    origins.acted("gas#1", List.of(PointId.of("NO.such"), PointId.of("T1.temp")), 1_000);
    assertThat(of("T1.temp", 61_000)).isEqualTo(new Origin(Origin.Cause.LINKAGE, "gas#1"));
    assertThat(of("T1.temp", 61_001)).isEqualTo(new Origin(Origin.Cause.DEVICE, "T1"));
    assertThat(of("T2.temp", 2_000)).isEqualTo(new Origin(Origin.Cause.DEVICE, "T2"));
  }

  @Test
  void a2_theEngineTellsOfItsLinkages() {
    RulesReading reading =
        RulesReader.read(new D01_LinkageTest.TextFiles(Map.of("linkages/gas.yaml", GAS)), model);
    assertThat(reading.faults()).isEmpty();
    Script script = new Script(model, reading.rules()).showingCalls();
    script.run("1 sample G1.gas 30");
    assertThat(script.run("2 sample T1.temp 40\n2 sample T2.temp 40"))
        .contains("call 2 G2 linkage T1.temp#1 gas#1", "call 3 G3 device T2.temp#1 T2");
  }

  @Test
  void b1_aLinkIsTheCauseWhileItIsDownAndAMinuteAfter() {
    link(LinkState.RETRYING, 1_000);
    assertThat(of("T1.temp", 900_000)).isEqualTo(new Origin(Origin.Cause.LINK, "opcua"));
    link(LinkState.UP, 900_000);
    link(LinkState.UP, 950_000);
    assertThat(of("T1.temp", 960_000).cause()).isEqualTo(Origin.Cause.LINK);
    assertThat(of("T1.temp", 960_001).cause()).isEqualTo(Origin.Cause.DEVICE);
  }

  @Test
  void b2_whatIsTooLongAgoIsForgottenAndTheRestSurvivesASave() {
    link(LinkState.RETRYING, 1_000);
    origins.acted("gas#1", List.of(PointId.of("T1.temp")), 1_000);
    origins.tick(61_000);
    Origins again = fresh();
    again.restore(new ByteReader(bytes(origins)));
    assertThat(bytes(again)).isEqualTo(bytes(origins));
    byte[] both = bytes(origins);
    origins.tick(61_001);
    assertThat(bytes(origins)).as("the run is forgotten").hasSizeLessThan(both.length);
    link(LinkState.UP, 70_000);
    byte[] link = bytes(origins);
    origins.tick(130_000);
    assertThat(bytes(origins)).isEqualTo(link);
    origins.tick(130_001);
    assertThat(bytes(origins)).isEqualTo(bytes(fresh()));
  }
}
