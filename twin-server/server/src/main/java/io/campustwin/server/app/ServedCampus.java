package io.campustwin.server.app;

import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.DataFolder;
import io.campustwin.server.app.process.SecretFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The virtual campus without a server: its own broker, its devices over three protocols. What a foreign client needs
 * stands in {@code mqtt.json} and {@code opcua.json} of the data folder, readable by the owner only.
 */
final class ServedCampus implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedCampus.class);

  private final DataFolder data;
  private final FieldBroker broker;
  private final SimulatedField field;
  private final Console console;
  private final List<Path> files = new ArrayList<>();

  private ServedCampus(DataFolder data, FieldBroker broker, SimulatedField field, Console console) {
    this.data = data;
    this.broker = broker;
    this.field = field;
    this.console = console;
  }

  static ServedCampus start(
      SimulatedField.Plan plan, Path folder, @Nullable Path ports, Console console)
      throws IOException {
    CampusModel model = CampusChoice.read(plan.campus()).modelOrRefuse(console);
    DataFolder data = DataFolder.open(folder);
    data.bindTo(model.campus().id());
    FieldBroker broker = FieldBroker.start(model.campus().id());
    broker.publish(data.file("mqtt.json"));
    SimulatedField field =
        SimulatedField.start(plan, broker, data.path(), "devices", console, () -> {});
    SecretFile.write(
        data.file("opcua.json"),
        new JsonObject()
            .put("endpoint", field.opcua().endpoint())
            .put("user", field.opcua().user())
            .put("password", field.opcua().password()));
    field.awaitUp();
    ServedCampus served = new ServedCampus(data, broker, field, console);
    served.files.add(data.file(RunFile.NAME));
    if (ports != null) {
      served.files.add(ports);
    }
    return served;
  }

  /** Says that it is ready. */
  void announce() throws IOException {
    JsonObject ports = new JsonObject()
        .put("http", 0)
        .put("opcua", field.opcuaPort())
        .put("bacnet", field.bacnetPort())
        .put("mqtt", broker.port());
    JsonObject pids = field.pids().put("server", ProcessHandle.current().pid());
    JsonObject ready = RunFile.document(field.opcua().endpoint(), ports, pids);
    RunFile.write(ready, files);
    console.document(ready);
    console.result("虚拟校园已就绪：" + ports.encode(), "the virtual campus is ready: " + ports.encode());
  }

  /** Ends it. */
  @Override
  public void run() {
    try {
      field.close();
      broker.close();
      RunFile.delete(files);
      data.close();
    } catch (IOException failed) {
      LOG.warn("the virtual campus did not stop cleanly", failed);
    }
  }
}
