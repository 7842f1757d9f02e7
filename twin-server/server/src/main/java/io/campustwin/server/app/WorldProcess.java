package io.campustwin.server.app;

import io.campustwin.adapter.link.LinkAddress;
import io.campustwin.adapter.link.LinkDevices;
import io.campustwin.adapter.mqtt.MqttDevices;
import io.campustwin.adapter.mqtt.MqttOptions;
import io.campustwin.adapter.opcua.OpcUaDevices;
import io.campustwin.adapter.opcua.OpcUaServerOptions;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.server.app.cli.CampusChoice;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.cli.Language;
import io.campustwin.server.app.world.LiveWorld;
import io.campustwin.server.app.world.WorldControl;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs in the process of the virtual campus: the world, its OPC UA and MQTT devices, the link to BACnet's. */
final class WorldProcess implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldProcess.class);

  private final LiveWorld live;
  private final WorldControl control;

  private WorldProcess(LiveWorld live, WorldControl control) {
    this.live = live;
    this.control = control;
  }

  static WorldProcess start(WorldSetup setup) throws IOException {
    CampusModel model =
        CampusChoice.read(setup.campus()).modelOrRefuse(Console.of(Language.isChinese(), false));
    World world =
        World.of(model, WorldOptions.of(setup.seed(), System.currentTimeMillis() / 1000 * 1000));
    LiveWorld live = new LiveWorld(model, world, setup.speed(), setup.witness());
    live.add(new OpcUaDevices(new OpcUaServerOptions(
        "127.0.0.1",
        setup.opcuaPort(),
        WorldSetup.OPCUA_USER,
        setup.opcuaSecret(),
        setup.witness().resolveSibling("opcua").resolve("server"),
        true)));
    live.add(new MqttDevices(new MqttOptions(
        setup.brokerHost(),
        setup.brokerPort(),
        setup.brokerUser(),
        setup.brokerPassword(),
        model.campus().id(),
        "virtual-campus")));
    live.add(new LinkDevices(
        AdapterKind.BACNET,
        new LinkAddress(
            setup.brokerHost(),
            setup.brokerPort(),
            setup.brokerUser(),
            setup.brokerPassword(),
            LinkAddress.BACNET_DEVICES)));
    live.start();
    return new WorldProcess(live, WorldControl.open(live, setup.control()));
  }

  /** Ends it. */
  @Override
  public void run() {
    try {
      control.close();
      live.close();
    } catch (IOException failed) {
      LOG.warn("the virtual campus did not stop cleanly", failed);
    }
  }
}
