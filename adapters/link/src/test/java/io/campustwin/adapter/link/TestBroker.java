package io.campustwin.adapter.link;

import io.campustwin.adapter.mqtt.BrokerOptions;
import io.campustwin.adapter.mqtt.BrokerUser;
import io.campustwin.adapter.mqtt.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The product's broker on a free loopback port, that can be stopped and started again on the same port. */
final class TestBroker implements AutoCloseable {
  private static final BrokerUser USER =
      new BrokerUser("edge", "secret", List.of("campustwin/edge/"));

  private int port;
  private @Nullable EmbeddedBroker broker;

  TestBroker() {
    start();
  }

  LinkAddress address(String link) {
    return new LinkAddress(BrokerOptions.LOOPBACK, port, USER.name(), USER.password(), link);
  }

  void start() {
    try {
      EmbeddedBroker started = EmbeddedBroker.start(
          new BrokerOptions(BrokerOptions.LOOPBACK, port, List.of(USER), null));
      port = started.port();
      broker = started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    if (broker != null) {
      broker.close();
      broker = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
