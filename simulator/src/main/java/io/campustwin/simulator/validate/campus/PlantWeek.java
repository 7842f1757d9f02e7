package io.campustwin.simulator.validate.campus;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import io.campustwin.simulator.plant.PlantBalance;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Weeks of the demo school with all its plant at work: air handlers at 60 %, and either the chillers in July or the heat
 * station in January, on the town's network and for a day with gas boilers. Minute by minute; the worst residual is kept.
 */
final class PlantWeek {
  private static final int WEEK = 7;
  private static final double KWH = 1 / 60_000.0;
  private static final String JULY = "2026-07-05T16:00:00Z";
  private static final String JANUARY = "2026-01-11T16:00:00Z";
  private final World world;
  private double worst;
  private double rooms;
  private double heat;
  private double cold;
  private double fuel;
  private double lost;
  private double pump;
  private double recovered;
  private double inRooms;
  private double handlers;
  private double before;

  private PlantWeek(String start, String source, int days) {
    var files = BundledCampus.find("demo").orElseThrow();
    CampusModel demo = Objects.requireNonNull(CampusReader.read(files).model());
    Map<String, Object> facts = new LinkedHashMap<>(demo.facts());
    facts.put("heating", Map.of("source", source));
    CampusModel model = new CampusModel(
        demo.campus(), demo.kinds(), demo.equipment(), demo.points(), demo.relations(), facts);
    world = World.of(model, WorldOptions.of(3, Instant.parse(start).toEpochMilli()));
    for (Point point : model.points()) {
      if (point.template().name().equals("ahu.fanSpeed")) {
        world.write("", new FieldWrite("", point.id(), Value.of(60), 8, 0));
      }
    }
    world.stride();
    before = world.storedHeat();
    for (int minute = 0; minute < days * 24 * 60; minute++) {
      world.stride();
      look();
    }
  }

  private void look() {
    PlantBalance now = world.plant();
    worst = Math.max(worst, now.residual());
    double after = world.storedHeat();
    rooms = Math.max(rooms, Math.abs(after - before - 60 * world.gainedHeat()) / after);
    before = after;
    heat += now.water().heat() * KWH;
    cold += now.water().cold() * KWH;
    fuel += now.machines().fuel() * KWH;
    lost += now.water().lost() * KWH;
    pump += now.water().pump() * KWH;
    recovered += now.air().recovered() * KWH;
    inRooms += now.rooms().taken() * KWH;
    handlers += now.air().coils() * KWH;
  }

  static void summer(List<Finding> found) {
    PlantWeek week = new PlantWeek(JULY, "district", WEEK);
    Expect law = new Expect(found, "plant-cold", CampusSuite.LAW);
    week.common(law);
    law.info("chillers", week.cold, "kWh");
  }

  static void winter(List<Finding> found) {
    PlantWeek week = new PlantWeek(JANUARY, "district", WEEK);
    Expect law = new Expect(found, "plant-heat", CampusSuite.LAW);
    week.common(law);
    law.info("districtHeat", week.heat, "kWh");
    law.info("recovered", week.recovered, "kWh");
    law.within("fuel", week.fuel, "kWh", 0, 0);
  }

  static void gas(List<Finding> found) {
    PlantWeek week = new PlantWeek(JANUARY, "gas", 1);
    Expect law = new Expect(found, "plant-gas", CampusSuite.LAW);
    week.common(law);
    law.info("boilers", week.heat, "kWh");
    law.info("fuel", week.fuel, "kWh");
    law.within("efficiency", week.heat / week.fuel, "", 0.8, 0.99);
  }

  private void common(Expect law) {
    law.within("plantResidual", worst, "", 0, CampusSuite.EXACT);
    law.within("roomsResidual", rooms, "", 0, CampusSuite.EXACT);
    law.info("coilsToRooms", inRooms, "kWh");
    law.info("coilsOfHandlers", handlers, "kWh");
    law.info("pump", pump, "kWh");
    law.info("pipes", lost, "kWh");
  }
}
