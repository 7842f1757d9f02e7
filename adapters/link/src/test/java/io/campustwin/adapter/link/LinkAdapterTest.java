package io.campustwin.adapter.link;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.adapter.spi.contract.AdapterContract;
import io.campustwin.adapter.spi.contract.FieldPair;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.Sample;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of adapters, kept by an adapter at the other end of a link. */
class LinkAdapterTest extends AdapterContract {
  private static TestBroker broker;
  private static int pairs;

  @BeforeAll
  static void startBroker() {
    broker = new TestBroker();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Override
  protected FieldPair openPair(List<Point> points) {
    LinkAddress address = broker.address("pair-" + ++pairs);
    LoopbackDevices devices = new LoopbackDevices(AdapterKind.BACNET);
    LoopbackAdapter hosted = new LoopbackAdapter(devices, this::now);
    LinkAdapter adapter = new LinkAdapter(AdapterKind.BACNET, hosted.capabilities(), address);
    return new LinkPair(adapter, new Hosting(devices, new EdgeHost(address, hosted)));
  }

  @Override
  protected FieldAddress address(SamplePoints.Row row) {
    return new FieldAddress(AdapterKind.BACNET, row.device(), row.id().text(), row.rawUnit());
  }

  @Override
  protected Set<String> libraryThreads() {
    return Set.of(
        "Thread-",
        "activemq",
        "ActiveMQ",
        "RxComputation",
        "RxSchedulerPurge",
        "RxCachedWorker",
        "nioEventLoopGroup",
        "globalEventExecutor",
        "threadDeathWatcher",
        "CompletableFutureDelay",
        "com.hivemq",
        "ForkJoinPool",
        "process reaper",
        "Attach Listener",
        "multiThreadIoEventLoop");
  }

  /** Devices that bring the edge process up with them. */
  private record Hosting(LoopbackDevices devices, EdgeHost host) implements VirtualDevices {
    @Override
    public AdapterKind kind() {
      return devices.kind();
    }

    @Override
    public void start(List<Point> points, WriteHandler world) {
      devices.start(points, world);
      host.start(points);
    }

    @Override
    public void show(List<Sample> samples) {
      devices.show(samples);
    }

    @Override
    public void silence(String device, boolean silent) {
      devices.silence(device, silent);
    }

    @Override
    public void close() {
      host.close();
      devices.close();
    }
  }

  private record LinkPair(Adapter adapter, Hosting devices) implements FieldPair {
    @Override
    public void cut() {
      broker.stop();
    }

    @Override
    public void restore() {
      broker.start();
    }

    @Override
    public void close() {
      adapter.close();
      devices.close();
    }
  }
}
