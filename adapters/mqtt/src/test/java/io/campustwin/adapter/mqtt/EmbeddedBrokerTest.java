package io.campustwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, what each may touch, and what survives. */
class EmbeddedBrokerTest {
  private static final BrokerUser SERVER = new BrokerUser("server", "one", List.of());
  private static final BrokerUser DEVICES =
      new BrokerUser("devices", "two", List.of("campus/test/"));
  private static final List<BrokerUser> USERS = List.of(SERVER, DEVICES);

  @Test
  void a1_onlyKnownUsersConnect() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.loopback(0, USERS))) {
      assertThatThrownBy(() -> anonymous(broker).connect()).isNotNull();
      assertThatThrownBy(() -> connect(broker, "server", "wrong")).isNotNull();
      Mqtt5BlockingClient known = connect(broker, "server", "one");
      assertThat(broker.connections()).isPositive();
      known.disconnect();
    }
  }

  @Test
  void a2_aUserKeepsToItsPrefixes() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.loopback(0, USERS))) {
      Mqtt5BlockingClient all = connect(broker, "server", "one");
      Mqtt5BlockingClient few = connect(broker, "devices", "two");
      assertThatThrownBy(() -> few.subscribeWith().topicFilter("edge/#").send()).isNotNull();
      try (var heard = all.publishes(MqttGlobalPublishFilter.ALL)) {
        all.subscribeWith().topicFilter("#").qos(MqttQos.AT_LEAST_ONCE).send();
        assertThatThrownBy(() -> publish(connect(broker, "devices", "two"), "edge/a.b", "no"))
            .isNotNull();
        publish(connect(broker, "devices", "two"), "campus/test/a.b/state", "yes");
        Optional<Mqtt5Publish> first = heard.receive(10, TimeUnit.SECONDS);
        assertThat(first.map(message -> message.getTopic().toString()))
            .contains("campus/test/a.b/state");
      }
      all.disconnect();
    }
  }

  @Test
  void b1_aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> EmbeddedBroker.start(BrokerOptions.loopback(taken.getLocalPort(), USERS)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void c1_retainedMessagesSurviveARestartInADataFolder(@TempDir Path folder) throws Exception {
    BrokerOptions options = new BrokerOptions("127.0.0.1", 0, USERS, folder);
    try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
      Mqtt5BlockingClient client = connect(broker, "server", "one");
      client
          .publishWith()
          .topic("campus/test/A101-AQ1/room.co2/state")
          .qos(MqttQos.AT_LEAST_ONCE)
          .retain(true)
          .payload("{}".getBytes(StandardCharsets.UTF_8))
          .send();
      client.disconnect();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
      Mqtt5BlockingClient client = connect(broker, "server", "one");
      try (var heard = client.publishes(MqttGlobalPublishFilter.ALL)) {
        client.subscribeWith().topicFilter("campus/test/+/+/state").send();
        assertThat(heard.receive(10, TimeUnit.SECONDS)).isPresent();
      }
      client.disconnect();
    }
  }

  private static void publish(Mqtt5BlockingClient client, String topic, String text) {
    client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(text.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static Mqtt5BlockingClient anonymous(EmbeddedBroker broker) {
    return builder(broker).buildBlocking();
  }

  private static Mqtt5BlockingClient connect(EmbeddedBroker broker, String user, String password) {
    Mqtt5BlockingClient client = builder(broker)
        .simpleAuth()
        .username(user)
        .password(password.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .buildBlocking();
    client.connect();
    return client;
  }

  private static Mqtt5ClientBuilder builder(EmbeddedBroker broker) {
    return MqttClient.builder()
        .useMqttVersion5()
        .serverHost(broker.host())
        .serverPort(broker.port());
  }
}
