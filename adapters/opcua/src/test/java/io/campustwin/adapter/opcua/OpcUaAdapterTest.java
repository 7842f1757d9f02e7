package io.campustwin.adapter.opcua;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.adapter.spi.contract.AdapterContract;
import io.campustwin.adapter.spi.contract.FieldPair;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a real server with encryption; the link is cut by stopping it. */
class OpcUaAdapterTest extends AdapterContract {
  /** Shared, so that the keys are made once. */
  @TempDir
  static Path security;

  @Override
  protected FieldPair openPair(List<Point> points) {
    return new ServerPair();
  }

  @Override
  protected FieldAddress address(SamplePoints.Row row) {
    return new FieldAddress(
        AdapterKind.OPCUA, row.device(), "ns=1;s=" + row.id().text(), row.rawUnit());
  }

  @Override
  protected boolean carriesPriority() {
    return false;
  }

  @Override
  protected Set<String> libraryThreads() {
    return Set.of(
        "milo-", "CompletableFutureDelayScheduler", "ForkJoinPool", "globalEventExecutor");
  }

  /** The devices of a server that can be stopped and started again: the world shows everything anew. */
  private static final class Restartable implements VirtualDevices {
    private OpcUaDevices running;
    private final int port;
    private final Map<Object, Sample> shown = new LinkedHashMap<>();
    private List<Point> points = List.of();
    private WriteHandler world = (device, write) -> WriteOutcome.ACKNOWLEDGED;

    Restartable() {
      port = LastingPort.find();
      running = server(port);
    }

    private static OpcUaDevices server(int port) {
      try {
        return new OpcUaDevices(new OpcUaServerOptions(
            "127.0.0.1", port, "field", "secret", security.resolve("server"), false));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public AdapterKind kind() {
      return running.kind();
    }

    @Override
    public void start(List<Point> points, WriteHandler world) {
      this.points = points;
      this.world = world;
      running.start(points, world);
    }

    void restart() {
      running = server(port);
      running.start(points, world);
      running.show(List.copyOf(shown.values()));
    }

    @Override
    public void show(List<Sample> samples) {
      samples.forEach(sample -> shown.put(sample.point(), sample));
      running.show(samples);
    }

    @Override
    public void silence(String device, boolean silent) {
      running.silence(device, silent);
    }

    @Override
    public void close() {
      running.close();
    }
  }

  private static final class ServerPair implements FieldPair {
    private final Restartable devices = new Restartable();
    private final OpcUaAdapter adapter = new OpcUaAdapter(new OpcUaOptions(
        devices.running.endpoint(), "field", "secret", security.resolve("client"), 3_000));

    @Override
    public OpcUaAdapter adapter() {
      return adapter;
    }

    @Override
    public VirtualDevices devices() {
      return devices;
    }

    @Override
    public void cut() {
      devices.close();
    }

    @Override
    public void restore() {
      devices.restart();
    }

    @Override
    public void close() {
      adapter.close();
      devices.close();
    }
  }
}
