package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.air.Noise;
import io.campustwin.simulator.people.Timetable;

/** Sensors without a system of their own: air quality, people counters, weather station, machine room, kitchen. */
final class Sensors {
  private final Site site;
  private final FireDevices fire;
  private final Fleet air;
  private final Fleet.Column co2;
  private final Fleet.Column dust;
  private final Fleet.Column temperature;
  private final Fleet.Column humidity;
  private final Fleet.Column noise;
  private final Fleet counters;
  private final Fleet.Column people;
  private final int[][] counted;
  private final Fleet stations;
  private final Fleet.Column[] sky;
  private double rain;
  private final Fleet monitors;
  private final Fleet.Column monitorTemperature;
  private final Fleet.Column monitorHumidity;
  private final Fleet.Column monitorSmoke;
  private final Fleet.Column autonomy;
  private final Fleet kitchens;
  private final Fleet.Column cold;
  private final Fleet.Column disinfected;

  Sensors(Site site, FireDevices fire) {
    this.site = site;
    this.fire = fire;
    air = new Fleet(site, "air-sensor");
    co2 = air.column("room.co2");
    dust = air.column("room.pm25");
    temperature = air.column("room.temperature");
    humidity = air.column("room.humidity");
    noise = air.column("room.noise");
    counters = new Fleet(site, "people-counter");
    people = counters.column("zone.people");
    counted = new int[counters.size()][];
    for (int k = 0; k < counted.length; k++) {
      boolean related = site.model().relations().stream()
          .map(relation -> relation.from())
          .anyMatch(counters.piece(k).id()::equals);
      counted[k] = related
          ? site.servedBy(counters.piece(k)).stream()
              .mapToInt(Integer::intValue)
              .toArray()
          : new int[] {Math.max(0, counters.space(k))};
    }
    stations = new Fleet(site, "weather-station");
    sky = new Fleet.Column[] {
      stations.column("air.temperature"),
      stations.column("air.humidity"),
      stations.column("wind.speed"),
      stations.column("rain"),
      stations.column("solar"),
      stations.column("pm25")
    };
    monitors = new Fleet(site, "machine-room-monitor");
    monitorTemperature = monitors.column("room.temperature");
    monitorHumidity = monitors.column("room.humidity");
    monitorSmoke = monitors.column("room.smoke");
    autonomy = monitors.column("ups.autonomy");
    kitchens = new Fleet(site, "kitchen-monitor");
    cold = kitchens.column("coldstore.temperature");
    disinfected = kitchens.column("disinfect.done");
  }

  void step(double seconds) {
    boolean lesson = site.occupancy().partAt(site.now()) == Timetable.Part.LESSON;
    for (int k = 0; k < air.size(); k++) {
      int s = Math.max(0, air.space(k));
      Rooms rooms = site.rooms();
      co2.set(k, rooms.co2[s] + site.jitter(co2.point(k), 4, 10));
      dust.set(k, rooms.dust[s] + site.jitter(dust.point(k), 0.5, 20));
      temperature.set(k, rooms.air[s] + site.jitter(temperature.point(k), 0.04, 30));
      humidity.set(k, Moisture.relative(rooms.air[s], rooms.moisture[s]));
      noise.set(
          k, Noise.level(rooms.people[s], lesson ? 0.2 : 1) + site.jitter(noise.point(k), 1.5, 5));
    }
    for (int k = 0; k < counters.size(); k++) {
      int sum = 0;
      for (int s : counted[k]) {
        sum += site.rooms().people[s];
      }
      people.set(k, sum);
    }
    weather(seconds);
    monitors(seconds);
    kitchens(seconds);
  }

  private void weather(double seconds) {
    rain += site.sky().rain() * seconds / 3600;
    double[] now = {
      site.sky().temperature(),
      site.sky().humidity(),
      site.sky().wind(),
      rain,
      site.sky().global(),
      site.sky().pm25()
    };
    for (int k = 0; k < stations.size(); k++) {
      for (int i = 0; i < now.length; i++) {
        sky[i].set(k, now[i]);
      }
    }
  }

  /** A machine room has its own cooling at 23 °C; when that is out of order it warms towards 38 °C. */
  private void monitors(double seconds) {
    for (int k = 0; k < monitors.size(); k++) {
      boolean broken = site.faults().isBroken(monitors.equipment(k));
      double before = monitorTemperature.get(k) == 0 ? 23 : monitorTemperature.get(k);
      double goal = broken ? 38 : 23;
      monitorTemperature.set(k, before + (goal - before) * seconds / 900);
      monitorHumidity.set(k, 45 + site.jitter(monitorHumidity.point(k), 1, 60));
      monitorSmoke.flag(k, fire.isSmoky(monitors.space(k)));
      autonomy.set(k, monitors.fact(k, "upsMinutes", 45));
      site.draw(monitors.equipment(k), monitors.fact(k, "ratedPower", 6000));
    }
  }

  private void kitchens(double seconds) {
    for (int k = 0; k < kitchens.size(); k++) {
      boolean broken = site.faults().isBroken(kitchens.equipment(k));
      double before = cold.get(k) <= -30 ? -18 : cold.get(k);
      double goal = broken ? site.sky().temperature() : -18;
      cold.set(k, before + (goal - before) * seconds / 7200 + site.jitter(cold.point(k), 0.01, 30));
      Timetable.Part part = site.occupancy().partAt(site.now());
      disinfected.flag(k, part != Timetable.Part.LUNCH && part != Timetable.Part.SUPPER);
    }
  }

  /** The rain gauge goes on from what it shows. */
  void goOn() {
    rain = stations.size() == 0 ? 0 : sky[3].get(0);
  }

  void save(ByteWriter out) {
    out.real(rain);
  }

  void load(ByteReader in) {
    rain = in.finite();
  }
}
