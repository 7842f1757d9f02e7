package io.campustwin.simulator.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.hub.Dispatch;
import io.campustwin.simulator.hub.EnergyHub;
import io.campustwin.simulator.hub.HubDesign;
import io.campustwin.simulator.hub.HubHour;
import io.campustwin.simulator.plant.PlantBalance;
import io.campustwin.simulator.power.CampusPower;
import io.campustwin.simulator.power.PowerTree;
import io.campustwin.simulator.power.Tariff;
import io.campustwin.simulator.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The campus's demand, hour by hour, put to its {@link EnergyHub}: what the hub would buy, burn and store for it, at what
 * cost. Demand is what the world really drew: loads and losses but the chillers' (heat pumps of rooms are among the loads), heat
 * of the station, cold of chillers, hot water, kitchen gas, sun.
 */
final class HubTable {
  private final World world;
  private final List<PointId> gasMeters;
  private final int[] chillers;
  private final boolean metered;
  private final Tariff tariff;
  private final ZoneId zone;
  private final EnergyHub hub;
  private final Sums sums = new Sums();
  private final double[] mean = new double[6];
  private double gasBefore;
  /** Gas of boilers in this hour that meters saw too, kWh. */
  private double boilers;

  private int looks;

  /** Of the whole run. */
  private static final class Sums {
    private double cost;
    private double carbon;
    private double bought;
    private double sold;
    private double gas;
    private double lacking;
    private int lackingHours;
    private double residual;
  }

  HubTable(CampusModel model, World world, ZoneId zone) {
    this.world = world;
    this.zone = zone;
    tariff = Tariff.of(model.facts());
    List<Equipment> all = model.equipment();
    chillers = IntStream.range(0, all.size())
        .filter(e -> all.get(e).kind().equals("chiller"))
        .toArray();
    gasMeters = all.stream()
        .filter(piece -> piece.kind().equals("gas-meter"))
        .map(piece -> PointId.of(piece.id() + ".meter.volume"))
        .toList();
    metered = all.stream()
        .filter(piece -> piece.kind().equals("gas-meter"))
        .anyMatch(meter -> all.stream()
            .anyMatch(one -> one.kind().equals("chiller") && one.space().equals(meter.space())));
    PowerTree tree = world.power().tree();
    double supply =
        3 * PowerTree.VOLTS * PowerTree.POWER_FACTOR * tree.circuit(0).rated() / 1000;
    double[] prices = IntStream.range(0, 24).mapToDouble(tariff::price).sorted().toArray();
    hub = new EnergyHub(HubDesign.of(model, supply), prices[0], prices[23]);
    gasBefore = gas();
  }

  private double gas() {
    double sum = 0;
    for (PointId meter : gasMeters) {
      sum += world.find(meter).orElse(Value.of(0)) instanceof Value.Num num ? num.number() : 0;
    }
    return sum;
  }

  /** Takes the present minute; after sixty of them gives the hour's row, else an empty one. */
  String look() {
    CampusPower.Balance now = world.power().balance();
    double cooling = 0;
    for (int chiller : chillers) {
      cooling += world.drawn(chiller);
    }
    mean[0] += Math.max(0, now.loads() + now.losses() - cooling);
    mean[1] += world.water().hotWater().heater();
    PlantBalance plant = world.plant();
    mean[1] += plant.water().heat();
    mean[2] += plant.water().cold();
    boilers += metered ? plant.machines().fuel() / 60_000 : 0;
    mean[3] += now.solar();
    mean[4] += world.weather().temperature();
    looks++;
    return looks == 60 ? hour() : "";
  }

  private String hour() {
    double burnt = gas();
    double kitchens = Math.max(0, (burnt - gasBefore) * EnergyHub.GAS_HEAT - boilers);
    boilers = 0;
    gasBefore = burnt;
    var local = Instant.ofEpochMilli(world.now() - 1).atZone(zone);
    HubHour hour = new HubHour(
        mean[0] / 60_000,
        mean[1] / 60_000,
        mean[2] / 60_000,
        kitchens,
        mean[3] / 60_000,
        mean[4] / 60,
        tariff.price(local.getHour()));
    java.util.Arrays.fill(mean, 0);
    looks = 0;
    Dispatch done = hub.step(hour);
    add(hour, done);
    return row(hour, done);
  }

  private void add(HubHour hour, Dispatch done) {
    sums.cost += EnergyHub.cost(hour, done);
    sums.carbon += EnergyHub.carbon(hour, done);
    sums.bought += done.bought();
    sums.sold += done.sold();
    sums.gas += (done.boilerGas() + done.chpGas() + hour.gas()) / EnergyHub.GAS_HEAT;
    sums.lacking += done.lack();
    sums.lackingHours += done.objections().isEmpty() ? 0 : 1;
    sums.residual = Math.max(sums.residual, EnergyHub.residual(hour, done));
  }

  private static String row(HubHour hour, Dispatch done) {
    double[] figures = {
      hour.power(),
      hour.heat(),
      hour.cold(),
      hour.gas(),
      done.solar(),
      done.bought(),
      done.sold(),
      done.charged() - done.discharged(),
      done.stored(),
      done.boilerGas(),
      done.chpGas(),
      done.heatPump(),
      done.chiller(),
      done.lack(),
      hour.price(),
      EnergyHub.cost(hour, done),
      EnergyHub.carbon(hour, done)
    };
    StringBuilder row = new StringBuilder();
    for (double figure : figures) {
      row.append(',').append(Recorder.number(figure, 3));
    }
    List<String> lacks = done.objections().stream().map(one -> one.en()).toList();
    return row.append(',').append(String.join("; ", lacks)).toString();
  }

  /** Sums of the run. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("tariff", tariff.name());
    put(json, "cost_yuan", sums.cost);
    put(json, "co2_kg", sums.carbon);
    put(json, "bought_kWh", sums.bought);
    put(json, "sold_kWh", sums.sold);
    put(json, "gas_m3", sums.gas);
    put(json, "lacking_kWh", sums.lacking);
    json.put("lackingHours", sums.lackingHours);
    return json.put("worstResidual", sums.residual);
  }

  private static void put(ObjectNode json, String key, double value) {
    json.put(key, Math.round(value * 1000) / 1000.0);
  }
}
