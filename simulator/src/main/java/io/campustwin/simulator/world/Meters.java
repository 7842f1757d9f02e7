package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.energy.Battery;
import io.campustwin.simulator.energy.Integral;
import io.campustwin.simulator.energy.Photovoltaics;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.weather.Chance;
import io.campustwin.simulator.weather.Plane;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Electricity, water and gas meters over what they feed, photovoltaics and storage. Totals are exact integrals. */
final class Meters {
  private static final Plane FIELD = Plane.ofDegrees(20, 180);
  private static final double PLUGS_PER_M2 = 0.6;
  private static final double PLUGS_PER_PERSON = 6;
  private static final double WATER_PER_PERSON = 0.0045;
  private final Site site;
  private final Fleet electric;
  private final Fleet.Column power;
  private final Fleet.Column energy;
  private final Fleet.Column voltage;
  private final Fleet.Column current;
  private final int[][] fed;
  private final int[][] plugs;
  private final Integral[] kilowattHours;
  private final Fleet water;
  private final Fleet.Column flow;
  private final Fleet.Column volume;
  private final Fleet.Column pressure;
  private final Fleet.Column leak;
  private final int[][] watered;
  private final Integral[] cubicMetres;
  private final Fleet gas;
  private final Fleet.Column gasVolume;
  private final Fleet.Column valve;
  private final Fleet.Column gasLevel;
  private final Integral[] gasMetres;
  private final Fleet inverters;
  private final Fleet.Column balance;
  private final Fleet.Column charge;
  private final Battery[] batteries;
  private final Photovoltaics[] fields;

  Meters(Site site) {
    this.site = site;
    electric = new Fleet(site, "electric-meter");
    power = electric.column("meter.power");
    energy = electric.column("meter.energy");
    voltage = electric.column("meter.voltage");
    current = electric.column("meter.current");
    fed = new int[electric.size()][];
    plugs = new int[electric.size()][];
    kilowattHours = integrals(electric, 20_000, 400_000);
    water = new Fleet(site, "water-meter");
    flow = water.column("meter.flow");
    volume = water.column("meter.volume");
    pressure = water.column("pipe.pressure");
    leak = water.column("leak.detected");
    watered = new int[water.size()][];
    cubicMetres = integrals(water, 500, 9_000);
    gas = new Fleet(site, "gas-meter");
    gasVolume = gas.column("meter.volume");
    valve = gas.column("valve.state");
    gasLevel = gas.column("gas.concentration");
    gasMetres = integrals(gas, 800, 6_000);
    inverters = new Fleet(site, "pv-inverter");
    balance = inverters.column("carrier.balance");
    charge = inverters.column("storage.soc");
    batteries = new Battery[inverters.size()];
    fields = new Photovoltaics[inverters.size()];
    wire();
  }

  private Integral[] integrals(Fleet fleet, double low, double high) {
    Integral[] all = new Integral[fleet.size()];
    for (int k = 0; k < all.length; k++) {
      double start =
          Chance.at(site.options().seed(), 900 + k, fleet.piece(k).kind().length());
      all[k] = new Integral(low + (high - low) * start);
    }
    return all;
  }

  private void wire() {
    for (int k = 0; k < electric.size(); k++) {
      wire(k);
    }
    for (int k = 0; k < water.size(); k++) {
      watered[k] =
          site.servedBy(water.piece(k)).stream().mapToInt(Integer::intValue).toArray();
    }
    for (int k = 0; k < gas.size(); k++) {
      valve.state(k, "open");
    }
    for (int k = 0; k < inverters.size(); k++) {
      double capacity = inverters.fact(k, "storageCapacity", 100_000);
      batteries[k] = new Battery(capacity, capacity / 2, 0.5);
      fields[k] = new Photovoltaics(Photovoltaics.Spec.of(peak(k), FIELD));
    }
  }

  /** Named equipment is metered by itself; places bring all their equipment and their sockets. */
  private void wire(int k) {
    List<Equipment> all = site.model().equipment();
    Set<Integer> pieces = new LinkedHashSet<>();
    Set<Integer> places = new LinkedHashSet<>();
    List<String> ends =
        site.relatedTo(electric.piece(k).id(), Relation.Kind.FEEDS, Relation.Kind.SERVES);
    for (String end : ends) {
      if (site.equipment(end) >= 0) {
        pieces.add(site.equipment(end));
      } else {
        places.addAll(site.spacesOf(end));
      }
    }
    if (ends.isEmpty()) {
      places.addAll(site.servedBy(electric.piece(k)));
    }
    for (int e = 0; e < all.size(); e++) {
      if (places.contains(site.space(all.get(e).space()))) {
        pieces.add(e);
      }
    }
    fed[k] = pieces.stream().mapToInt(Integer::intValue).toArray();
    plugs[k] = places.stream()
        .filter(s -> site.rooms().indoor[s])
        .mapToInt(Integer::intValue)
        .toArray();
  }

  void step(double seconds) {
    for (int k = 0; k < electric.size(); k++) {
      double watts = 0;
      for (int e : fed[k]) {
        watts += site.load(e);
      }
      for (int s : plugs[k]) {
        watts += sockets(s);
      }
      boolean tripped = site.faults().isTripped(electric.equipment(k));
      watts = tripped ? 0 : watts;
      double volts =
          tripped ? 0 : 229 - Math.min(8, watts / 40_000) + site.jitter(voltage.point(k), 0.6, 10);
      power.set(k, watts / 1000);
      energy.set(k, kilowattHours[k].add(watts / 1000, seconds));
      voltage.set(k, volts);
      current.set(k, tripped ? 0 : watts / (3 * volts * 0.93));
    }
    water(seconds);
    gas(seconds);
    sun(seconds);
  }

  /** Small things at the sockets of an indoor space, W. */
  double sockets(int space) {
    Rooms rooms = site.rooms();
    return rooms.indoor[space] && !site.faults().isDark(space)
        ? PLUGS_PER_M2 * rooms.area[space] + PLUGS_PER_PERSON * rooms.people[space]
        : 0;
  }

  private void water(double seconds) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    double rush =
        switch (part) {
          case BREAK, EARLY, EVENING -> 3.5;
          case LUNCH, SUPPER -> 2;
          default -> 0.6;
        };
    for (int k = 0; k < water.size(); k++) {
      double people = 0;
      for (int s : watered[k]) {
        people += site.rooms().people[s];
        people += site.spaces().get(s).kind() == SpaceKind.KITCHEN && site.rooms().people[s] > 0
            ? 120
            : 0;
      }
      boolean leaking = site.faults().isBroken(water.equipment(k));
      double hourly = people * WATER_PER_PERSON * rush + (leaking ? 10 : 0);
      flow.set(k, hourly);
      volume.set(k, cubicMetres[k].add(hourly, seconds));
      pressure.set(k, 320 - 0.25 * hourly * hourly + site.jitter(pressure.point(k), 1.5, 10));
      leak.flag(k, leaking);
    }
  }

  private void gas(double seconds) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    boolean cooking = part == Timetable.Part.LUNCH
        || part == Timetable.Part.SUPPER
        || part == Timetable.Part.EARLY;
    for (int k = 0; k < gas.size(); k++) {
      boolean open = valve.is(k, "open");
      double hourly = open && cooking ? 14 : open ? 0.4 : 0;
      boolean leaking = site.faults().isBroken(gas.equipment(k)) && open;
      double level = gasLevel.get(k);
      gasLevel.set(
          k, leaking ? Math.min(40, level + 0.4 * seconds) : Math.max(0, level - 0.2 * seconds));
      gasVolume.set(k, gasMetres[k].add(hourly, seconds));
    }
  }

  /** Storage evens the field's power out around a fixed feed of a fifth of its peak. */
  private void sun(double seconds) {
    for (int k = 0; k < inverters.size(); k++) {
      Photovoltaics.Output output =
          fields[k].step(site.dome(), site.sky().temperature(), site.sky().wind(), seconds);
      double made = site.faults().isBroken(inverters.equipment(k)) ? 0 : output.alternating();
      double stored = batteries[k].step(made - 0.2 * peak(k), seconds);
      balance.set(k, (made - stored) / 1000);
      charge.set(k, 100 * batteries[k].share());
    }
  }

  /** Rated power of the modules behind an inverter, W. */
  private double peak(int k) {
    return inverters.fact(k, "ratedPower", 50_000);
  }

  void save(ByteWriter out) {
    List.of(kilowattHours, cubicMetres, gasMetres)
        .forEach(all -> List.of(all).forEach(integral -> integral.save(out)));
    List.of(batteries).forEach(battery -> battery.save(out));
    List.of(fields).forEach(field -> field.save(out));
  }

  void load(ByteReader in) {
    List.of(kilowattHours, cubicMetres, gasMetres)
        .forEach(all -> List.of(all).forEach(integral -> integral.load(in)));
    List.of(batteries).forEach(battery -> battery.load(in));
    List.of(fields).forEach(field -> field.load(in));
  }
}
