package io.campustwin.simulator.serve;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Serves a {@link FaultDesk} as MQTT 5 request and response on {@value #TOPIC}: a request names its response topic and
 * may carry correlation data, which comes back. Reconnects by itself.
 */
public final class FaultTopic implements AutoCloseable {
  /** Where requests go. */
  public static final String TOPIC = "campustwin/world/fault";

  private final Mqtt5AsyncClient client;
  private final FaultDesk desk;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fault-desk");
        thread.setDaemon(true);
        return thread;
      });

  /**
   * @param user empty for none
   */
  public FaultTopic(String host, int port, String user, String password, FaultDesk desk) {
    this.desk = desk;
    var builder = MqttClient.builder()
        .useMqttVersion5()
        .identifier("campustwin-world-fault")
        .serverHost(host)
        .serverPort(port)
        .automaticReconnectWithDefaultConfig();
    client = user.isEmpty()
        ? builder.buildAsync()
        : builder
            .simpleAuth()
            .username(user)
            .password(password.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
  }

  /** Connects and listens; returns at once. */
  public void start() {
    client.connectWith().cleanStart(true).send().thenCompose(connected -> client
        .subscribeWith()
        .topicFilter(TOPIC)
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(this::asked)
        .executor(worker)
        .send());
  }

  private void asked(Mqtt5Publish request) {
    request.getResponseTopic().ifPresent(topic -> {
      byte[] answer = desk.answer(request.getPayloadAsBytes());
      var reply = Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(answer);
      request.getCorrelationData().ifPresent(data -> {
      var unused = reply.correlationData(data);
    });
      client.publish(reply.build());
    });
  }

  @Override
  public void close() {
    client.disconnect();
    worker.shutdownNow();
  }
}
