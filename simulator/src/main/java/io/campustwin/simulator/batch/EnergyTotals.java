package io.campustwin.simulator.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.plant.PlantBalance;
import io.campustwin.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Energy by building and system, summed over what each piece of equipment draws, not over meters (which may stand one
 * behind the other). A piece without power of its own adds nothing. Sockets are a system of their own; outdoors is a
 * building named {@value #OUTDOORS}. Heat and cold are what plant gives to rooms.
 */
final class EnergyTotals {
  static final String OUTDOORS = "outdoors";
  static final String SOCKETS = "sockets";
  private static final double KWH_A_MINUTE = 1.0 / 60_000;
  private final CampusModel model;
  private final World world;
  private final List<Equipment> pieces;
  private final List<PointId> inverters;
  private final List<Space> spaces;
  private final double[] drawn;
  private final double[] sockets;
  private final double[] heat;
  private final double[] cold;
  private final Map<String, Double> firstReading = new TreeMap<>();
  private final double[] plant = new double[7];
  private double solar;

  EnergyTotals(CampusModel model, World world) {
    this.model = model;
    this.world = world;
    spaces = model.campus().spaces();
    pieces = model.equipment();
    drawn = new double[pieces.size()];
    sockets = new double[spaces.size()];
    heat = new double[spaces.size()];
    cold = new double[spaces.size()];
    inverters = pieces.stream()
        .filter(piece -> piece.kind().equals("pv-inverter"))
        .map(piece -> PointId.of(piece.id() + ".carrier.balance"))
        .toList();
    for (Equipment piece : pieces) {
      if (piece.kind().equals("water-meter") || piece.kind().equals("gas-meter")) {
        firstReading.put(piece.id(), number(PointId.of(piece.id() + ".meter.volume")));
      }
    }
  }

  private double number(PointId point) {
    return world.find(point).orElse(Value.of(0)) instanceof Value.Num num ? num.number() : 0;
  }

  /** Takes one minute at the present power. */
  void look() {
    for (int e = 0; e < drawn.length; e++) {
      drawn[e] += world.drawn(e) * KWH_A_MINUTE;
    }
    for (PointId inverter : inverters) {
      solar += number(inverter) / 60;
    }
    plant();
    for (int s = 0; s < sockets.length; s++) {
      World.SpaceState state = world.space(s);
      sockets[s] += state.socketWatts() * KWH_A_MINUTE;
      heat[s] += Math.max(0, state.plantWatts()) * KWH_A_MINUTE;
      cold[s] += Math.max(0, -state.plantWatts()) * KWH_A_MINUTE;
    }
  }

  private void plant() {
    PlantBalance now = world.plant();
    double[] watts = {
      now.water().heat(),
      now.machines().fuel(),
      now.water().cold(),
      now.water().pump(),
      now.water().lost(),
      now.water().handlers(),
      now.air().recovered()
    };
    for (int i = 0; i < watts.length; i++) {
      plant[i] += watts[i] * KWH_A_MINUTE;
    }
  }

  /** Heat of the station by its source, its fuel, cold of chillers, and where else heat went. */
  private void plant(ObjectNode json) {
    String[] names = {"heat", "fuel", "cold", "pump", "pipes", "airHandlers", "recovered"};
    json.put("source", world.station().source().word());
    for (int i = 0; i < names.length; i++) {
      json.put(names[i], rounded(plant[i]));
    }
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    electricity(json.putObject("electricity_kWh"));
    json.put("solar_kWh", rounded(solar));
    thermal(json.putObject("heating_kWh"), heat);
    thermal(json.putObject("cooling_kWh"), cold);
    plant(json.putObject("plant_kWh"));
    ObjectNode water = json.putObject("water_m3");
    ObjectNode gas = json.putObject("gas_m3");
    firstReading.forEach((meter, first) -> {
      boolean isWater = model.findEquipment(meter).orElseThrow().kind().equals("water-meter");
      (isWater ? water : gas)
          .put(meter, rounded(number(PointId.of(meter + ".meter.volume")) - first));
    });
    return json;
  }

  private void electricity(ObjectNode json) {
    Map<String, Double> buildings = new TreeMap<>();
    Map<String, Double> systems = new TreeMap<>();
    Map<String, Map<String, Double>> both = new TreeMap<>();
    for (int e = 0; e < drawn.length; e++) {
      Equipment piece = pieces.get(e);
      EquipmentKind kind = model.kinds().get(piece.kind());
      String building =
          model.findSpace(piece.space()).map(EnergyTotals::building).orElse(OUTDOORS);
      add(building, kind == null ? piece.kind() : kind.system(), drawn[e], both);
    }
    for (int s = 0; s < sockets.length; s++) {
      add(building(spaces.get(s)), SOCKETS, sockets[s], both);
    }
    both.forEach((building, parts) -> parts.forEach((system, energy) -> {
      buildings.merge(building, energy, Double::sum);
      systems.merge(system, energy, Double::sum);
    }));
    json.put("total", rounded(sum(buildings)));
    put(json.putObject("byBuilding"), buildings);
    put(json.putObject("bySystem"), systems);
    ObjectNode detail = json.putObject("byBuildingAndSystem");
    both.forEach((building, parts) -> put(detail.putObject(building), parts));
  }

  private static void add(
      String building, String system, double energy, Map<String, Map<String, Double>> both) {
    if (energy != 0) {
      both.computeIfAbsent(building, key -> new TreeMap<>()).merge(system, energy, Double::sum);
    }
  }

  private void thermal(ObjectNode json, double[] energy) {
    Map<String, Double> buildings = new TreeMap<>();
    for (int s = 0; s < energy.length; s++) {
      if (spaces.get(s).building() != null) {
        buildings.merge(building(spaces.get(s)), energy[s], Double::sum);
      }
    }
    json.put("total", rounded(sum(buildings)));
    put(json.putObject("byBuilding"), buildings);
  }

  private static String building(Space space) {
    String building = space.building();
    return building == null ? OUTDOORS : building;
  }

  private static double sum(Map<String, Double> parts) {
    double sum = 0;
    for (double part : parts.values()) {
      sum += part;
    }
    return sum;
  }

  private static void put(ObjectNode json, Map<String, Double> parts) {
    parts.forEach((key, energy) -> json.put(key, rounded(energy)));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
