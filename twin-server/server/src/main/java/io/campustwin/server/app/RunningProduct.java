package io.campustwin.server.app;

import io.campustwin.adapter.link.LinkAdapter;
import io.campustwin.adapter.mqtt.MqttAdapter;
import io.campustwin.adapter.mqtt.MqttOptions;
import io.campustwin.adapter.opcua.OpcUaAdapter;
import io.campustwin.adapter.opcua.OpcUaOptions;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.DataFolder;
import io.campustwin.server.app.process.FreePorts;
import io.campustwin.server.field.FieldHost;
import io.campustwin.server.field.TwinPlan;
import io.campustwin.server.storage.EmbeddedStorage;
import io.campustwin.server.storage.Storage;
import io.campustwin.server.storage.StorageException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that {@code campus run} starts, in order; closed in the reverse order. */
final class RunningProduct implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningProduct.class);
  private static final long LONGEST_START_SECONDS = 45;

  private final RunOptions options;
  private final Console console;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private @Nullable RunningServer server;
  private @Nullable FieldBroker broker;
  private @Nullable SimulatedField simulated;
  private Optional<String> password = Optional.empty();
  private boolean announced;

  private RunningProduct(RunOptions options, Console console) {
    this.options = options;
    this.console = console;
  }

  /** Starts all of it, or nothing: what was started is stopped again if a later part cannot be. */
  static RunningProduct start(RunOptions options, Console console) throws IOException {
    RunningProduct product = new RunningProduct(options, console);
    try {
      product.begin();
      return product;
    } catch (IOException | RuntimeException failed) {
      product.close();
      throw named(failed);
    }
  }

  private static RuntimeException named(Exception failed) {
    if (failed instanceof StorageException storage) {
      return CliException.badInput(storage.text().zh(), storage.text().en());
    }
    if (failed instanceof JournalFault journal) {
      return CliException.badInput(journal.text().zh(), journal.text().en());
    }
    if (failed instanceof RuntimeException known) {
      return known;
    }
    LOG.debug("not started", failed);
    return CliException.fault(
        "启动失败：" + failed.getMessage() + "；加 --debug 可查看详情",
        "could not start: " + failed.getMessage() + "; --debug shows the details");
  }

  private void begin() throws IOException {
    refuseBadPort();
    Settings settings = Settings.read(options.field);
    CampusChoice campus = CampusChoice.read(options.campus);
    CampusModel model = campus.modelOrRefuse(console);
    DataFolder data = keep(DataFolder.open(options.data));
    data.bindTo(model.campus().id());
    boolean simulates = options.simulate == RunOptions.Switch.ON;
    FieldBroker ownBroker = keep(FieldBroker.start(model.campus().id()));
    broker = ownBroker;
    ownBroker.publish(data.file("mqtt.json"));
    SimulatedField field = null;
    if (simulates) {
      SimulatedField.Plan plan = new SimulatedField.Plan(options.campus, options.seed, 1);
      field = keep(SimulatedField.start(
          plan, ownBroker, data.path(), "both", console, this::refreshRunFile));
      simulated = field;
    }
    Storage storage = keep(EmbeddedStorage.open(data.file("store"), settings.limits()));
    password = FirstUser.ensure(storage, System.currentTimeMillis());
    Settings.OpcUa opcua = field == null ? settings.opcua() : field.opcua();
    server = keep(RunningServer.start(
        new TwinPlan(model, campus.rules(), campus.files()),
        storage,
        data.file("runs"),
        host -> addAdapters(host, mqtt(settings, ownBroker, model), ownBroker, opcua, data),
        new RunningServer.Address(options.host, options.port, settings.metricsToken())));
    Mirror.start(settings, model, server.twin()).ifPresent(this::keep);
    awaitField();
  }

  private void refuseBadPort() {
    if (options.port < 0 || options.port > 65_535) {
      throw CliException.badInput(
          "端口 " + options.port + " 无效；请用 0 到 65535",
          "port " + options.port + " does not exist; give 0 to 65535");
    }
    if (!FreePorts.isFree(options.host, options.port)) {
      throw CliException.badInput(
          "地址 " + options.host + ":" + options.port
              + " 已被占用或不是本机地址；请停止占用它的程序，或用 --host 与 --port 另选（端口 0 为任意空闲端口）",
          "address " + options.host + ":" + options.port
              + " is in use or not one of this machine; stop the program that uses it, or give"
              + " others with --host and --port (port 0 for any free one)");
    }
  }

  private static void addAdapters(
      FieldHost host,
      MqttOptions mqtt,
      FieldBroker broker,
      Settings.@Nullable OpcUa opcua,
      DataFolder data) {
    host.add(new MqttAdapter(mqtt));
    host.add(new LinkAdapter(AdapterKind.BACNET, LinkAdapter.BACNET, broker.bacnetLink()));
    if (opcua != null) {
      host.add(new OpcUaAdapter(new OpcUaOptions(
          opcua.endpoint(), opcua.user(), opcua.password(), data.file("opcua/client"))));
    }
  }

  private static MqttOptions mqtt(Settings settings, FieldBroker broker, CampusModel model) {
    Settings.MqttBroker external = settings.mqtt();
    return external == null
        ? broker.adapterOptions()
        : new MqttOptions(
            external.host(),
            external.port(),
            external.user(),
            external.password(),
            model.campus().id(),
            "campus-server");
  }

  /** Waits until every adapter is up; goes on without them when that takes too long. */
  private void awaitField() {
    RunningServer running = server;
    if (running == null || options.simulate == RunOptions.Switch.OFF) {
      return;
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
    while (System.nanoTime() < end) {
      boolean isUp = running.twin().listAdapters().stream()
          .allMatch(adapter -> adapter.link().state() == LinkState.UP);
      if (isUp || !pause()) {
        return;
      }
    }
    console.note(
        "部分现场连接尚未建立；服务器会继续尝试，见 /health",
        "some links to the field are not up yet; the server keeps trying, see /health");
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says that it is ready: one line for people, or one document. */
  void announce() throws IOException {
    announced = true;
    refreshRunFile();
    JsonObject ready = document();
    password.ifPresent(text -> ready.put("password", text));
    console.document(ready);
    String url = ready.getString("url");
    console.result("校园孪生已就绪：" + url, "Campus Twin is ready: " + url);
    password.ifPresent(text -> console.result(
        "首次登录：用户 admin，初始密码 " + text + "（登录后请更改）",
        "First sign-in: user admin, initial password " + text + " (change it then)"));
    console.result("按 Ctrl-C 停止。", "Ctrl-C stops it.");
  }

  private JsonObject document() {
    RunningServer running = server;
    FieldBroker ownBroker = broker;
    SimulatedField field = simulated;
    int http = running == null ? 0 : running.port();
    JsonObject ports = new JsonObject()
        .put("http", http)
        .put("opcua", field == null ? 0 : field.opcuaPort())
        .put("bacnet", field == null ? 0 : field.bacnetPort())
        .put("mqtt", ownBroker == null ? 0 : ownBroker.port());
    JsonObject pids = new JsonObject().put("server", ProcessHandle.current().pid());
    pids.mergeIn(field == null ? new JsonObject() : field.pids());
    return RunFile.document("http://" + hostName() + ":" + http, ports, pids);
  }

  private String hostName() {
    return options.host.equals("0.0.0.0") ? "127.0.0.1" : options.host;
  }

  private synchronized void refreshRunFile() {
    if (!announced) {
      return;
    }
    try {
      RunFile.write(document(), runFiles());
    } catch (IOException failed) {
      LOG.warn("run.json could not be written", failed);
    }
  }

  private List<Path> runFiles() {
    List<Path> files = new ArrayList<>();
    files.add(options.data.resolve(RunFile.NAME));
    Path ports = options.ports;
    if (ports != null) {
      files.add(ports);
    }
    return files;
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failed) {
        LOG.warn("a part did not stop cleanly", failed);
      }
    }
    if (announced) {
      announced = false;
      try {
        RunFile.delete(runFiles());
      } catch (IOException failed) {
        LOG.warn("run.json could not be deleted", failed);
      }
    }
  }
}
