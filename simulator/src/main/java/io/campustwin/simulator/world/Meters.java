package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.energy.Battery;
import io.campustwin.simulator.energy.Integral;
import io.campustwin.simulator.energy.Photovoltaics;
import io.campustwin.simulator.hub.EnergyHub;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.power.CampusPower;
import io.campustwin.simulator.power.PowerFlow;
import io.campustwin.simulator.water.CampusWater;
import io.campustwin.simulator.weather.Chance;
import io.campustwin.simulator.weather.Plane;
import java.util.List;

/** Electricity, water and gas meters over what they feed, photovoltaics and storage. Totals are exact integrals. */
final class Meters {
  private static final Plane FIELD = Plane.ofDegrees(20, 180);
  private static final double PLUGS_PER_M2 = 0.6;
  private static final double PLUGS_PER_PERSON = 6;
  /** Of a burst pipe, mm. */
  private static final double HOLE = 15;

  private final Site site;
  private final Fleet electric;
  private final Fleet.Column power;
  private final Fleet.Column energy;
  private final Fleet.Column voltage;
  private final Fleet.Column current;
  private final CampusPower supply;
  private final Integral[] kilowattHours;
  private final Fleet water;
  private final Fleet.Column flow;
  private final Fleet.Column volume;
  private final Fleet.Column pressure;
  private final Fleet.Column leak;
  private final CampusWater pipes;
  private final Integral[] cubicMetres;
  private final Fleet gas;
  private final Fleet.Column gasVolume;
  private final Fleet.Column valve;
  private final Fleet.Column gasLevel;
  private final Integral[] gasMetres;
  /** Part of the boilers' gas that a gas meter sees: those in the rooms of the chillers share it. */
  private final double[] boilers;

  private double burnt;
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
    supply = new CampusPower(site.model());
    kilowattHours = integrals(electric, 20_000, 400_000);
    water = new Fleet(site, "water-meter");
    flow = water.column("meter.flow");
    volume = water.column("meter.volume");
    pressure = water.column("pipe.pressure");
    leak = water.column("leak.detected");
    pipes = new CampusWater(site.model(), site.options().timetable());
    cubicMetres = integrals(water, 500, 9_000);
    gas = new Fleet(site, "gas-meter");
    gasVolume = gas.column("meter.volume");
    valve = gas.column("valve.state");
    gasLevel = gas.column("gas.concentration");
    gasMetres = integrals(gas, 800, 6_000);
    boilers = boilers();
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

  private double[] boilers() {
    Fleet chillers = new Fleet(site, "chiller");
    double[] parts = new double[gas.size()];
    double sum = 0;
    for (int k = 0; k < parts.length; k++) {
      for (int c = 0; c < chillers.size() && parts[k] == 0; c++) {
        parts[k] = gas.space(k) == chillers.space(c) ? 1 : 0;
      }
      sum += parts[k];
    }
    for (int k = 0; k < parts.length; k++) {
      parts[k] /= Math.max(1, sum);
    }
    return parts;
  }

  /** Tells what boilers burn, W. */
  void burn(double fuel) {
    burnt = fuel / 1000 / EnergyHub.GAS_HEAT;
  }

  private void wire() {
    for (int k = 0; k < gas.size(); k++) {
      valve.state(k, "open");
    }
    for (int k = 0; k < inverters.size(); k++) {
      double capacity =
          inverters.fact(k, "storageCapacity", 1000 * inverters.fact(k, "battery", 100));
      batteries[k] = new Battery(capacity, capacity / 2, 0.5);
      fields[k] = new Photovoltaics(Photovoltaics.Spec.of(peak(k), FIELD));
    }
  }

  void step(double seconds) {
    for (int k = 0; k < electric.size(); k++) {
      int meter = electric.equipment(k);
      boolean open = site.faults().isBroken(meter) || site.faults().isTripped(meter);
      supply.cut(supply.circuitOf(meter), open);
    }
    supply.begin();
    sun(seconds);
    for (int e = 0; e < site.model().equipment().size(); e++) {
      supply.draw(e, site.load(e));
    }
    for (int s = 0; s < site.rooms().size(); s++) {
      supply.sockets(s, sockets(s));
    }
    supply.end(seconds);
    darken();
    electric(seconds);
    water(seconds);
    gas(seconds);
  }

  private void electric(double seconds) {
    PowerFlow flow = supply.flow();
    for (int k = 0; k < electric.size(); k++) {
      int circuit = supply.circuitOf(electric.equipment(k));
      double watts = flow.power(circuit);
      double volts = flow.volts(circuit);
      power.set(k, watts / 1000);
      energy.set(k, kilowattHours[k].add(watts / 1000, seconds));
      voltage.set(k, volts + (volts > 0 ? site.jitter(voltage.point(k), 0.6, 10) : 0));
      current.set(k, flow.current(circuit));
    }
  }

  /** What is without power draws nothing, does nothing and says nothing. */
  private void darken() {
    site.faults().dark(supply.dark());
    for (int e = 0; e < supply.dark().length; e++) {
      if (supply.isDark(e)) {
        site.draw(e, 0);
      }
    }
  }

  /** Electricity of the campus. */
  CampusPower supply() {
    return supply;
  }

  /** Small things at the sockets of an indoor space, W. */
  double sockets(int space) {
    Rooms rooms = site.rooms();
    return rooms.indoor[space]
        ? PLUGS_PER_M2 * rooms.area[space] + PLUGS_PER_PERSON * rooms.people[space]
        : 0;
  }

  private void water(double seconds) {
    for (int k = 0; k < water.size(); k++) {
      pipes.hole(k, site.faults().isBroken(water.equipment(k)) ? HOLE : 0);
    }
    pipes.step(site.rooms().people, site.occupancy().partAt(site.now()), seconds);
    for (int k = 0; k < water.size(); k++) {
      flow.set(k, pipes.flow(k));
      volume.set(k, cubicMetres[k].add(pipes.flow(k), seconds));
      pressure.set(k, pipes.pressure(k) + site.jitter(pressure.point(k), 1.5, 10));
      leak.flag(k, pipes.leaks(k));
    }
  }

  /** Water of the campus. */
  CampusWater pipes() {
    return pipes;
  }

  private void gas(double seconds) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    boolean cooking = part == Timetable.Part.LUNCH
        || part == Timetable.Part.SUPPER
        || part == Timetable.Part.EARLY;
    for (int k = 0; k < gas.size(); k++) {
      boolean open = valve.is(k, "open");
      double kitchen = open && cooking ? 14 : open ? 0.4 : 0;
      double hourly = boilers[k] > 0 ? boilers[k] * burnt : kitchen;
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
      int piece = inverters.equipment(k);
      boolean runs = supply.isFed(piece) && !site.faults().isBroken(piece);
      double made = runs ? output.alternating() : 0;
      double stored = runs ? batteries[k].step(made - 0.2 * peak(k), seconds) : 0;
      supply.give(piece, made, stored);
      balance.set(k, (made - stored) / 1000);
      charge.set(k, 100 * batteries[k].share());
    }
  }

  /** Rated power of the modules behind an inverter, W. */
  private double peak(int k) {
    return inverters.fact(k, "peakPower", inverters.fact(k, "ratedPower", 50_000));
  }

  /** Totals and the store go on from what the meters show. */
  void goOn() {
    goOn(kilowattHours, energy);
    goOn(cubicMetres, volume);
    goOn(gasMetres, gasVolume);
    for (int k = 0; k < batteries.length; k++) {
      double capacity =
          inverters.fact(k, "storageCapacity", 1000 * inverters.fact(k, "battery", 100));
      batteries[k] = new Battery(capacity, capacity / 2, charge.get(k) / 100);
    }
  }

  private static void goOn(Integral[] totals, Fleet.Column shown) {
    for (int k = 0; k < totals.length; k++) {
      totals[k] = new Integral(shown.get(k));
    }
  }

  void save(ByteWriter out) {
    List.of(kilowattHours, cubicMetres, gasMetres)
        .forEach(all -> List.of(all).forEach(integral -> integral.save(out)));
    List.of(batteries).forEach(battery -> battery.save(out));
    List.of(fields).forEach(field -> field.save(out));
    supply.save(out);
    pipes.save(out);
  }

  void load(ByteReader in) {
    List.of(kilowattHours, cubicMetres, gasMetres)
        .forEach(all -> List.of(all).forEach(integral -> integral.load(in)));
    List.of(batteries).forEach(battery -> battery.load(in));
    List.of(fields).forEach(field -> field.load(in));
    supply.load(in);
    pipes.load(in);
  }
}
