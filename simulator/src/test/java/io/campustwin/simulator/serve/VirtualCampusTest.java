package io.campustwin.simulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campus in wall time over loopback devices. */
class VirtualCampusTest {
  private final CampusModel model = LittleSchool.model();
  private final Map<PointId, Value> heard = new ConcurrentHashMap<>();
  private final Map<String, LinkState> links = new ConcurrentHashMap<>();

  @TempDir
  Path folder;

  private static void await(BooleanSupplier condition) {
    long deadline = System.currentTimeMillis() + 10_000;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).as("deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private final FieldSink sink = new FieldSink() {
    @Override
    public void samples(List<Sample> samples) {
      samples.forEach(sample -> heard.put(sample.point(), sample.value()));
    }

    @Override
    public void link(LinkStatus status) {
      links.put(status.device(), status.state());
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> slots) {}
  };

  @Test
  void a1_showsEverythingCarriesWritesOutAtOnceAndWitnessesThem() throws Exception {
    LoopbackDevices devices = new LoopbackDevices(AdapterKind.MQTT);
    Path file = folder.resolve("witness.jsonl");
    try (WitnessLog witness = WitnessLog.open(file);
        VirtualCampus campus = new VirtualCampus(
            model,
            World.of(model, WorldOptions.of(3, System.currentTimeMillis())),
            List.of(devices),
            witness,
            1,
            System::currentTimeMillis)) {
      campus.start();
      LoopbackAdapter adapter = new LoopbackAdapter(devices, System::currentTimeMillis);
      List<Point> points = model.points().stream()
          .filter(point -> point.address().adapter() == AdapterKind.MQTT)
          .toList();
      adapter.start(points, sink);
      await(() -> heard.size() == points.size());
      PointId target = PointId.of("A101-AD.door.lock");
      FieldWrite write = new FieldWrite("c1.1", target, Value.of("released"), 2, Long.MAX_VALUE);
      assertThat(adapter.write(write).toCompletableFuture().join())
          .isEqualTo(WriteOutcome.ACKNOWLEDGED);
      assertThat(heard.get(target)).isEqualTo(Value.of("released"));
      assertThat(Files.readString(file)).contains("\"commandId\":\"c1.1\"").endsWith("}\n");
      faults(campus);
    }
  }

  private void faults(VirtualCampus campus) {
    FaultDesk desk = new FaultDesk(campus);
    assertThat(ask(desk, "{\"do\":\"inject\",\"kind\":\"device-silent\",\"target\":\"A101-AD\"}"))
        .contains("\"ok\":true");
    assertThat(links.get("A101-AD")).isEqualTo(LinkState.RETRYING);
    assertThat(ask(desk, "{\"do\":\"clear\"}")).isEqualTo("{\"ok\":true,\"faults\":[]}");
    assertThat(links.get("A101-AD")).isEqualTo(LinkState.UP);
    assertThat(ask(desk, "{\"do\":\"inject\",\"kind\":\"earthquake\",\"target\":\"A\"}"))
        .contains("\"ok\":false");
    assertThat(ask(desk, "nonsense")).contains("\"ok\":false");
  }

  private static String ask(FaultDesk desk, String request) {
    return new String(
        desk.answer(request.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** What the devices say, as one text. */
  private List<Sample> said(int speed, long[] steps) throws Exception {
    List<Sample> said = new ArrayList<>();
    long[] clock = {1_000};
    Path file = folder.resolve("paced-" + speed + "-" + steps.length + ".jsonl");
    try (WitnessLog witness = WitnessLog.open(file)) {
      VirtualCampus campus = new VirtualCampus(
          model,
          World.of(model, WorldOptions.of(3, 1_773_194_700_000L)),
          List.of(new Recording(said)),
          witness,
          speed,
          () -> clock[0]);
      long end = clock[0] + 600_000 / speed;
      for (int i = 0; clock[0] < end; i++) {
        clock[0] = Math.min(end, clock[0] + steps[i % steps.length]);
        campus.follow();
      }
    }
    return said;
  }

  @Test
  void b1_whatIsSaidDoesNotDependOnThePace() throws Exception {
    List<Sample> full = said(1, new long[] {600_000});
    assertThat(full).hasSizeGreaterThan(1000);
    assertThat(said(60, new long[] {17, 3, 250, 40})).isEqualTo(full);
    assertThat(said(60, new long[] {16})).isEqualTo(full);
  }

  /** Devices that note what they are shown. */
  private record Recording(List<Sample> said) implements VirtualDevices {
    @Override
    public AdapterKind kind() {
      return AdapterKind.MQTT;
    }

    @Override
    public void start(List<Point> points, WriteHandler world) {}

    @Override
    public void show(List<Sample> samples) {
      said.addAll(samples);
    }

    @Override
    public void silence(String device, boolean silent) {}

    @Override
    public void close() {}
  }
}
