package io.campustwin.adapter.mqtt;

import io.campustwin.adapter.spi.contract.AdapterContract;
import io.campustwin.adapter.spi.contract.FieldPair;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract over a real broker; the link is cut by stopping it. */
class MqttAdapterTest extends AdapterContract {
  @Override
  protected FieldPair openPair(List<Point> points) {
    return new BrokerPair();
  }

  @Override
  protected FieldAddress address(SamplePoints.Row row) {
    String name = row.id().text().substring(row.device().length() + 1);
    return new FieldAddress(
        AdapterKind.MQTT, row.device(), "campus/test/" + row.device() + "/" + name, row.rawUnit());
  }

  @Override
  protected Set<String> libraryThreads() {
    return Set.of(
        "RxScheduler", "RxComputation", "CompletableFutureDelayScheduler", "Common-Cleaner");
  }

  private static final class BrokerPair implements FieldPair {
    private static final BrokerUser USER = new BrokerUser("field", "secret", List.of());

    private @Nullable EmbeddedBroker broker;
    private final int port;
    private final MqttAdapter adapter;
    private final MqttDevices devices;

    BrokerPair() {
      EmbeddedBroker first = start(0);
      broker = first;
      port = first.port();
      adapter = new MqttAdapter(options("adapter"));
      devices = new MqttDevices(options("devices"));
    }

    private MqttOptions options(String client) {
      return new MqttOptions("127.0.0.1", port, "field", "secret", "test", client, 2_000);
    }

    private static EmbeddedBroker start(int port) {
      try {
        return EmbeddedBroker.start(BrokerOptions.loopback(port, List.of(USER)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public MqttAdapter adapter() {
      return adapter;
    }

    @Override
    public MqttDevices devices() {
      return devices;
    }

    @Override
    public void cut() {
      EmbeddedBroker running = broker;
      if (running != null) {
        running.close();
      }
      broker = null;
    }

    @Override
    public void restore() {
      broker = start(port);
    }

    @Override
    public void close() {
      adapter.close();
      devices.close();
      cut();
    }
  }
}
