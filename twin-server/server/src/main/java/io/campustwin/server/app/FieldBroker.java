package io.campustwin.server.app;

import io.campustwin.adapter.link.LinkAddress;
import io.campustwin.adapter.mqtt.BrokerOptions;
import io.campustwin.adapter.mqtt.BrokerUser;
import io.campustwin.adapter.mqtt.EmbeddedBroker;
import io.campustwin.adapter.mqtt.MqttOptions;
import io.campustwin.server.app.process.SecretFile;
import io.campustwin.server.app.process.Secrets;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The embedded broker of one run, with an account each for server, world, BACnet program and field devices. The
 * passwords are new with every run; those of other programs go to them by environment or a file of their owner's.
 */
final class FieldBroker implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final String campusId;
  private final BrokerUser server;
  private final BrokerUser world;
  private final BrokerUser bacnet;
  private final BrokerUser device;

  private FieldBroker(EmbeddedBroker broker, String campusId, List<BrokerUser> users) {
    this.broker = broker;
    this.campusId = campusId;
    this.server = users.get(0);
    this.world = users.get(1);
    this.bacnet = users.get(2);
    this.device = users.get(3);
  }

  static FieldBroker start(String campusId) throws IOException {
    String field = "campus/" + campusId + "/";
    List<BrokerUser> users = List.of(
        new BrokerUser("server", Secrets.random(), List.of()),
        new BrokerUser("world", Secrets.random(), List.of(field, "campustwin/edge/")),
        new BrokerUser("bacnet", Secrets.random(), List.of("campustwin/edge/")),
        new BrokerUser("device", Secrets.random(), List.of(field)));
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.loopback(0, users));
    return new FieldBroker(broker, campusId, users);
  }

  int port() {
    return broker.port();
  }

  String host() {
    return broker.host();
  }

  BrokerUser world() {
    return world;
  }

  BrokerUser bacnet() {
    return bacnet;
  }

  /** How the server's own MQTT adapter connects. */
  MqttOptions adapterOptions() {
    return new MqttOptions(
        host(), port(), server.name(), server.password(), campusId, "campus-server");
  }

  /** How the server's end of the BACnet link connects. */
  LinkAddress bacnetLink() {
    return new LinkAddress(host(), port(), server.name(), server.password(), LinkAddress.BACNET);
  }

  /** Writes what a field device or a person's MQTT tool needs to connect; readable by the owner only. */
  void publish(Path file) throws IOException {
    SecretFile.write(
        file,
        new JsonObject()
            .put("host", host())
            .put("port", port())
            .put("user", device.name())
            .put("password", device.password())
            .put("topics", "campus/" + campusId + "/#"));
  }

  @Override
  public void close() {
    broker.close();
  }
}
