package io.campustwin.server.ditto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.state.PointState;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DittoPublisherTest {
  private static final Name NAME = new Name("灯", "Lamp");
  private static final int PIECES = 20;
  private DittoEndpoint endpoint;
  private CampusModel model;

  @BeforeEach
  void start() throws Exception {
    endpoint = DittoEndpoint.start();
    model = model();
  }

  @AfterEach
  void stop() throws Exception {
    endpoint.close();
  }

  @Test
  void a1_everyPieceBecomesAThingWithItsPointsAsFeatures() {
    try (DittoPublisher publisher = publish()) {
      publisher.accept(List.of(
          state("A101-LG1.group.state", Value.of(true), Quality.GOOD, 1_700_000_000_000L),
          state(
              "A101-LG1.group.level",
              Value.of(42.5),
              Quality.bad(Quality.Reason.DEVICE_SILENT),
              1_700_000_000_500L)));
      await(() -> endpoint.things().size() == PIECES);
      await(() -> "good".equals(feature("A101-LG1", "group.state").getString("quality")));
      await(() -> feature("A101-LG1", "group.level").getValue("value") != null);
    }
    JsonObject thing = endpoint.things().get("cn.example:A101-LG1");
    assertThat(thing.getJsonObject("attributes"))
        .isEqualTo(new JsonObject()
            .put("kind", "lighting-group")
            .put("space", "A101")
            .put("name", new JsonObject().put("zh", "灯").put("en", "Lamp"))
            .put("system", "lighting"));
    assertThat(feature("A101-LG1", "group.state"))
        .isEqualTo(new JsonObject()
            .put("unit", "bool")
            .put("value", true)
            .put("quality", "good")
            .put("qualityReason", "none")
            .put("simulated", true)
            .put("sourceTime", "2023-11-14T22:13:20Z"));
    assertThat(feature("A101-LG1", "group.level").getDouble("value")).isEqualTo(42.5);
    assertThat(feature("A101-LG1", "group.level").getString("qualityReason"))
        .isEqualTo("device-silent");
    assertThat(feature("A102-LG1", "group.state").fieldNames()).containsExactly("unit");
  }

  @Test
  void b1_changesOfOneThingAreGatheredIntoOneMergeASecond() {
    try (DittoPublisher publisher = publish()) {
      await(() -> publisher.status().sent() == PIECES);
      endpoint.commands.clear();
      for (int i = 0; i <= 5_000; i++) {
        publisher.accept(List.of(level("A101-LG1", i)));
      }
      await(() -> value("A101-LG1") == 5_000);
      assertThat(endpoint.commands)
          .allMatch("merge cn.example:A101-LG1"::equals)
          .hasSizeLessThan(50);
      assertThat(publisher.status().connected()).isTrue();
      assertThat(publisher.status().failed()).isZero();
    }
  }

  @Test
  void c1_afterALossTheMirrorEndsInTheNewestState() throws Exception {
    try (DittoPublisher publisher = publish()) {
      publisher.accept(all(1));
      await(() -> allAtLeast(1));
      endpoint.stop();
      await(() -> !publisher.status().connected());
      publisher.accept(all(2));
      publisher.accept(List.of(level("A103-LG1", 3)));
      endpoint.open();
      await(() -> publisher.status().connected() && value("A103-LG1") == 3);
      await(() -> allAtLeast(2));
      await(() -> publisher.status().waiting() == 0);
    }
  }

  @Test
  void c2_anEndpointThatComesLateOrForgetsIsFilled() throws Exception {
    endpoint.stop();
    try (DittoPublisher publisher = publish()) {
      publisher.accept(all(1));
      assertThat(publisher.status().connected()).isFalse();
      endpoint.open();
      await(() -> allAtLeast(1));
      endpoint.things().remove("cn.example:A105-LG1");
      publisher.accept(List.of(level("A105-LG1", 7)));
      await(() -> endpoint.things().size() == PIECES && value("A105-LG1") == 7);
      assertThat(publisher.status().failed()).isEqualTo(1);
    }
  }

  @Test
  void c3_aRefusedThingDoesNotStopTheOthers() {
    endpoint.refuse("cn.example:A101-LG1", true);
    try (DittoPublisher publisher = publish()) {
      publisher.accept(all(4));
      await(() -> endpoint.things().size() == PIECES - 1);
      await(() -> publisher.status().failed() > 0 && publisher.status().waiting() == 1);
      publisher.accept(List.of(level("A102-LG1", 5)));
      await(() -> value("A102-LG1") == 5);
    }
  }

  @Test
  void c4_aSilentEndpointNeverSlowsTheOneWhoPublishes() throws Exception {
    endpoint.beSilent(true);
    try (DittoPublisher publisher = publish()) {
      CountDownLatch done = new CountDownLatch(1);
      Thread engine = new Thread(() -> {
        for (int i = 0; i < 2_000; i++) {
          publisher.accept(all(i));
        }
        done.countDown();
      });
      engine.start();
      assertThat(done.await(8, TimeUnit.SECONDS)).isTrue();
      assertThat(publisher.status().waiting()).isLessThanOrEqualTo(PIECES);
    }
  }

  @Test
  void d1_wrongCredentialsAreAStateNotACrash() {
    DittoSettings wrong = new DittoSettings(endpoint.uri(), "ditto", "wrong", "cn.example");
    try (DittoPublisher publisher = DittoPublisher.start(wrong, model)) {
      publisher.accept(all(1));
      assertThat(publisher.status().connected()).isFalse();
      assertThat(publisher.status().waiting()).isEqualTo(PIECES);
    }
    assertThat(endpoint.things()).isEmpty();
    assertThat(wrong.toString()).doesNotContain("wrong");
  }

  @Test
  void d2_settingsThatCannotWorkAreSaid() {
    assertThatThrownBy(() -> new DittoSettings(URI.create("http://h/ws/2"), "u", "p", "n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ws://host:port/ws/2");
    assertThatThrownBy(() -> new DittoSettings(endpoint.uri(), "u", "p", "no spaces"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("namespace");
  }

  private DittoPublisher publish() {
    return DittoPublisher.start(
        new DittoSettings(endpoint.uri(), DittoEndpoint.USER, DittoEndpoint.PASSWORD, "cn.example"),
        model);
  }

  private JsonObject feature(String equipment, String name) {
    return endpoint
        .things()
        .get("cn.example:" + equipment)
        .getJsonObject("features")
        .getJsonObject(name)
        .getJsonObject("properties");
  }

  private double value(String equipment) {
    return feature(equipment, "group.level").getDouble("value", -1.0);
  }

  private boolean allAtLeast(double level) {
    return endpoint.things().size() == PIECES
        && endpoint.things().keySet().stream().allMatch(id -> value(id.split(":")[1]) >= level);
  }

  private static List<PointState> all(double level) {
    List<PointState> states = new ArrayList<>();
    for (int i = 1; i <= PIECES; i++) {
      states.add(level("A" + (100 + i) + "-LG1", level));
    }
    return states;
  }

  private static PointState level(String equipment, double level) {
    return state(
        equipment + ".group.level",
        Value.of(level),
        Quality.GOOD,
        1_700_000_000_000L + (long) level);
  }

  private static PointState state(String id, Value value, Quality quality, long time) {
    return new PointState(PointId.of(id), 1, value, quality, time, time, true, List.of());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("condition within 25 s").isLessThan(end);
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (NullPointerException notYetThere) {
      return false;
    }
  }

  private static CampusModel model() {
    List<Equipment> pieces = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (int i = 1; i <= PIECES; i++) {
      String space = "A" + (100 + i);
      String id = space + "-LG1";
      pieces.add(new Equipment(id, "lighting-group", NAME, space, 0, 0, 3, 0, Map.of(), true));
      points.add(point(id, space, "group.state", ValueType.BOOL, "bool"));
      points.add(point(id, space, "group.level", ValueType.NUMBER, "%"));
    }
    Campus campus = new Campus(
        "tiny",
        NAME,
        true,
        List.of(),
        new Campus.Frame("", 0, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of());
    return new CampusModel(campus, Map.of(), pieces, points, List.of(), Map.of());
  }

  private static Point point(
      String equipment, String space, String name, ValueType type, String unit) {
    PointTemplate template = new PointTemplate(
        name, NAME, type, List.of(), unit, 0, 100, true, 10_000, 0, 1_000, null, null, true);
    return new Point(
        PointId.of(equipment + "." + name),
        NAME,
        template,
        equipment,
        "lighting-group",
        space,
        "lighting",
        new FieldAddress(AdapterKind.BACNET, "BAC-A1", "1001/binary-output/1", unit));
  }
}
