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
import io.campustwin.server.app.process.WorldControl;
import io.campustwin.server.app.process.WorldSetup;
import io.campustwin.simulator.serve.FaultDesk;
import io.campustwin.simulator.serve.VirtualCampus;
import io.campustwin.simulator.serve.WitnessLog;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs in the process of the virtual campus: the world, its OPC UA and MQTT devices, the link to BACnet's. */
final class WorldProcess implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WorldProcess.class);

  private final VirtualCampus live;
  private final WitnessLog witness;
  private final WorldControl control;

  private WorldProcess(VirtualCampus live, WitnessLog witness, WorldControl control) {
    this.live = live;
    this.witness = witness;
    this.control = control;
  }

  static WorldProcess start(WorldSetup setup) throws IOException {
    CampusModel model =
        CampusChoice.read(setup.campus()).modelOrRefuse(Console.of(Language.isChinese(), false));
    World world =
        World.of(model, WorldOptions.of(setup.seed(), System.currentTimeMillis() / 1000 * 1000));
    WitnessLog witness = WitnessLog.open(setup.witness());
    MqttOptions mqtt = new MqttOptions(
        setup.brokerHost(),
        setup.brokerPort(),
        setup.brokerUser(),
        setup.brokerPassword(),
        model.campus().id(),
        "virtual-campus");
    VirtualCampus live = new VirtualCampus(
        model,
        world,
        List.of(opcua(setup), new MqttDevices(mqtt), bacnet(setup)),
        witness,
        setup.speed(),
        System::currentTimeMillis);
    live.start();
    return new WorldProcess(live, witness, WorldControl.open(new FaultDesk(live), setup.control()));
  }

  private static OpcUaDevices opcua(WorldSetup setup) throws IOException {
    return new OpcUaDevices(new OpcUaServerOptions(
        "127.0.0.1",
        setup.opcuaPort(),
        WorldSetup.OPCUA_USER,
        setup.opcuaSecret(),
        setup.witness().resolveSibling("opcua").resolve("server"),
        true));
  }

  private static LinkDevices bacnet(WorldSetup setup) {
    return new LinkDevices(
        AdapterKind.BACNET,
        new LinkAddress(
            setup.brokerHost(),
            setup.brokerPort(),
            setup.brokerUser(),
            setup.brokerPassword(),
            LinkAddress.BACNET_DEVICES));
  }

  /** Ends it. */
  @Override
  public void run() {
    try {
      control.close();
      live.close();
      witness.close();
    } catch (IOException failed) {
      LOG.warn("the virtual campus did not stop cleanly", failed);
    }
  }
}
