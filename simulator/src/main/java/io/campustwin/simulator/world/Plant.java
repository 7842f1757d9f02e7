package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.plant.Chiller;
import io.campustwin.simulator.plant.Energy;
import io.campustwin.simulator.plant.FanCoil;
import io.campustwin.simulator.plant.HeatPump;
import io.campustwin.simulator.plant.HeatRecovery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fan coils, chillers and air handlers with heat recovery. Cold comes from the chillers and is rationed when they cannot
 * carry the load or are off; warm water comes from a district station and is always there from November to March. Units
 * with the fact {@code source=heat-pump}, and all on a campus without chillers, are heat pumps of their own. What fans of
 * coils draw ends in their rooms.
 */
final class Plant {
  private static final double COIL_WATTS_PER_M2 = 130;
  private static final double FAN_WATTS = 60;
  private static final double PERFORMANCE = 5.5;
  private static final double CHILLED = 7;
  private static final double INDOOR_WET_BULB = 19;
  /** Pumps and control of a chiller, over its rated electric power. */
  private static final double PUMPS = 0.1;

  private static final double FRESH_AIR_PER_SEAT = 20.0 / 3600;
  private final Site site;
  private final Fleet coils;
  private final Fleet.Column temperature;
  private final Fleet.Column setpoint;
  private final Fleet.Column mode;
  private final Fleet.Column valve;
  private final Fleet.Column coilPower;
  private final FanCoil[] control;
  private final double[] capacity;
  private final @Nullable HeatPump[] unitary;
  private final double[] given;
  private final double[] compressor;
  private final Fleet chillers;
  private final Fleet.Column chillerState;
  private final Fleet.Column supply;
  private final Fleet.Column back;
  private final Fleet.Column chillerPower;
  private final Chiller[] machine;
  private final Energy[] made;
  private final Fleet handlers;
  private final Fleet.Column speed;
  private final Fleet.Column blown;
  private final Fleet.Column filter;
  private final int[][] handled;
  private Season season;

  private enum Season {
    COLD,
    MILD,
    HOT
  }

  Plant(Site site) {
    this.site = site;
    coils = new Fleet(site, "fan-coil");
    temperature = coils.column("zone.temperature");
    setpoint = coils.column("zone.setpoint");
    mode = coils.column("unit.mode");
    valve = coils.column("valve.position");
    coilPower = coils.column("unit.power");
    control = new FanCoil[coils.size()];
    capacity = new double[coils.size()];
    chillers = new Fleet(site, "chiller");
    chillerState = chillers.column("chiller.state");
    supply = chillers.column("supply.temperature");
    back = chillers.column("return.temperature");
    chillerPower = chillers.column("chiller.power");
    machine = new Chiller[chillers.size()];
    made = new Energy[chillers.size()];
    unitary = new HeatPump[coils.size()];
    given = new double[coils.size()];
    compressor = new double[coils.size()];
    handlers = new Fleet(site, "air-handler");
    speed = handlers.column("ahu.fanSpeed");
    blown = handlers.column("supply.temperature");
    filter = handlers.column("filter.dp");
    handled = new int[handlers.size()][];
    season = seasonNow();
    begin();
  }

  private void begin() {
    double total = 0;
    for (int k = 0; k < coils.size(); k++) {
      int s = Math.max(0, coils.space(k));
      control[k] = FanCoil.CLOSED;
      capacity[k] = coils.fact(k, "capacity", COIL_WATTS_PER_M2 * site.rooms().area[s]);
      boolean alone = "heat-pump".equals(coils.piece(k).facts().get("source"));
      unitary[k] = alone || chillers.size() == 0 ? HeatPump.of(capacity[k]) : null;
      total += unitary[k] == null ? capacity[k] : 0;
      setpoint.set(k, season == Season.COLD ? 20 : 26);
    }
    for (int k = 0; k < chillers.size(); k++) {
      double usual = Math.max(1000, 0.8 * total / chillers.size());
      double rated = chillers.fact(k, "capacity", chillers.fact(k, "cooling", usual));
      machine[k] = new Chiller(rated, rated / chillers.fact(k, "ratedPower", rated / PERFORMANCE));
      made[k] = Energy.NONE;
      supply.set(k, season == Season.HOT ? 7 : 18);
      back.set(k, season == Season.HOT ? 12 : 18);
    }
    changeOver();
    for (int k = 0; k < handlers.size(); k++) {
      Set<Integer> served = site.servedBy(handlers.piece(k));
      handled[k] = served.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** The school's technician switches all units over when a season begins, on the spot and not by the platform. */
  private void changeOver() {
    boolean hot = season == Season.HOT;
    for (int k = 0; k < coils.size(); k++) {
      mode.state(k, season == Season.COLD ? "heat" : hot ? "cool" : "off");
    }
    for (int k = 0; k < chillers.size(); k++) {
      chillerState.state(k, hot ? "on" : "off");
    }
  }

  private Season seasonNow() {
    int month =
        java.time.Instant.ofEpochMilli(site.now()).atZone(site.options().zone()).getMonthValue();
    if (month <= 3 || month >= 11) {
      return Season.COLD;
    }
    return month >= 6 && month <= 9 ? Season.HOT : Season.MILD;
  }

  /** Once a minute, before the rooms: what plant puts into each room. */
  void minute(double seconds) {
    Season now = seasonNow();
    if (now != season) {
      season = now;
      changeOver();
    }
    double wanted = 0;
    for (int k = 0; k < coils.size(); k++) {
      boolean cool = mode.is(k, "cool");
      boolean heat = mode.is(k, "heat");
      double air = site.rooms().air[Math.max(0, coils.space(k))];
      double felt = air + fault(FaultKind.THERMOSTAT_BIAS, coils, k);
      double lack = cool ? felt - setpoint.get(k) : setpoint.get(k) - felt;
      if (!site.faults().isStuck(coils.equipment(k))) {
        control[k] = cool || heat ? control[k].step(lack, seconds) : FanCoil.CLOSED;
      }
      double output = capacity[k] * opening(k) * clean(FaultKind.COIL_FOULING, coils, k);
      given[k] = cool ? -output : heat ? output : 0;
      compressor[k] = 0;
      HeatPump own = unitary[k];
      if (own != null) {
        pump(k, own);
      } else {
        wanted += cool ? output : 0;
      }
    }
    give(ration(wanted));
    ventilate();
  }

  private double fault(FaultKind kind, Fleet fleet, int k) {
    return site.faults().level(kind, fleet.equipment(k), 0);
  }

  /** Share that fouling leaves. */
  private double clean(FaultKind kind, Fleet fleet, int k) {
    return 1 - Math.min(99, fault(kind, fleet, k)) / 100;
  }

  /** Opening of a coil's valve, 0 to 1. */
  private double opening(int k) {
    double free = control[k].valve();
    return site.faults().level(FaultKind.VALVE_STUCK, coils.equipment(k), free * 100) / 100;
  }

  /** Outdoor air of a handler, %. */
  private double damper(int k) {
    return site.faults().level(FaultKind.DAMPER_STUCK, handlers.equipment(k), speed.get(k));
  }

  /** Water that a chiller's tower gives back; with a part of its air it comes less near the wet bulb. */
  private double condenser(int k, double wetBulb) {
    return Chiller.condenser(wetBulb, clean(FaultKind.CONDENSER_FOULING, chillers, k));
  }

  private void pump(int k, HeatPump own) {
    double outdoor = site.sky().temperature();
    Energy energy =
        given[k] < 0 ? own.cool(-given[k], INDOOR_WET_BULB, outdoor) : own.heat(given[k], outdoor);
    given[k] = energy.given();
    compressor[k] = energy.electric();
  }

  private void give(double ration) {
    double[] watts = site.rooms().plantWatts;
    java.util.Arrays.fill(watts, 0);
    for (int k = 0; k < coils.size(); k++) {
      if (given[k] < 0 && unitary[k] == null) {
        given[k] *= ration;
      }
      watts[Math.max(0, coils.space(k))] += given[k] + (mode.is(k, "off") ? 0 : fan(k));
    }
  }

  private double fan(int k) {
    return FAN_WATTS * (0.3 + 0.7 * opening(k));
  }

  /** Lets the running chillers share a load by what they can; gives the part of it that they carry. */
  private double ration(double load) {
    double wetBulb = Moisture.wetBulb(site.sky().temperature(), site.sky().humidity());
    double coldMost = 0;
    for (int k = 0; k < chillers.size(); k++) {
      coldMost += available(k, wetBulb);
    }
    double part = load <= 0 ? 1 : Math.min(1, coldMost / load);
    for (int k = 0; k < chillers.size(); k++) {
      boolean on = chillerState.is(k, "on") && coldMost > 0;
      double share = on ? available(k, wetBulb) / coldMost : 0;
      made[k] =
          on ? machine[k].run(load * part * share, CHILLED, condenser(k, wetBulb)) : Energy.NONE;
    }
    return part;
  }

  /** Cold that a chiller can make now, W. */
  private double available(int k, double wetBulb) {
    return chillerState.is(k, "on") ? machine[k].available(CHILLED, condenser(k, wetBulb)) : 0;
  }

  /** Cold that the chillers made last minute, and cold that their coils gave to rooms, W. */
  double[] coldMadeAndGiven() {
    double[] sums = new double[2];
    for (Energy energy : made) {
      sums[0] -= energy.given();
    }
    for (int k = 0; k < coils.size(); k++) {
      sums[1] -= unitary[k] == null ? Math.min(0, given[k]) : 0;
    }
    return sums;
  }

  private void ventilate() {
    Rooms rooms = site.rooms();
    double outdoor = site.sky().temperature();
    java.util.Arrays.fill(rooms.freshAir, 0);
    for (int k = 0; k < handlers.size(); k++) {
      for (int s : handled[k]) {
        double flow =
            damper(k) / 100 * FRESH_AIR_PER_SEAT * site.spaces().get(s).capacity();
        rooms.freshAir[s] += flow;
        rooms.freshSupply[s] = HeatRecovery.STANDARD.supply(outdoor, rooms.air[s]);
      }
    }
  }

  /** Every second, or once for up to a minute of them: what the devices show. */
  void step(double seconds) {
    for (int k = 0; k < coils.size(); k++) {
      int s = Math.max(0, coils.space(k));
      double felt = site.rooms().air[s] + fault(FaultKind.THERMOSTAT_BIAS, coils, k);
      temperature.set(k, felt + site.jitter(temperature.point(k), 0.04, 30));
      valve.set(k, opening(k) * 100);
      boolean runs = !mode.is(k, "off");
      double watts = runs ? fan(k) + compressor[k] : 1;
      coilPower.set(k, watts / 1000);
      site.draw(coils.equipment(k), watts);
    }
    chill(seconds);
    blow();
  }

  private void chill(double seconds) {
    for (int k = 0; k < chillers.size(); k++) {
      if (site.faults().isBroken(chillers.equipment(k))) {
        chillerState.state(k, "fault");
      } else if (chillerState.is(k, "fault")) {
        chillerState.state(k, "off");
      }
      boolean on = chillerState.is(k, "on");
      double rated = machine[k].rated() / machine[k].performance();
      double watts = on ? made[k].electric() + PUMPS * rated : 0.004 * rated;
      double goal = on ? CHILLED : 18;
      supply.set(k, supply.get(k) + (goal - supply.get(k)) * seconds / 180);
      double lift = on ? -5 * made[k].given() / machine[k].rated() : 0;
      back.set(k, back.get(k) + (supply.get(k) + lift - back.get(k)) * seconds / 120);
      chillerPower.set(k, watts / 1000);
      site.draw(chillers.equipment(k), watts);
    }
  }

  private void blow() {
    for (int k = 0; k < handlers.size(); k++) {
      double share = speed.get(k) / 100;
      double seats = 0;
      for (int s : handled[k]) {
        seats += site.spaces().get(s).capacity();
      }
      double outdoor = site.sky().temperature();
      double room = handled[k].length == 0 ? outdoor : site.rooms().air[handled[k][0]];
      blown.set(k, share > 0 ? HeatRecovery.STANDARD.supply(outdoor, room) : room);
      double clogged = 1 + fault(FaultKind.FILTER_CLOGGED, handlers, k) / 100;
      filter.set(k, 120 * share * share * clogged + site.jitter(filter.point(k), 0.5, 20));
      site.draw(
          handlers.equipment(k),
          15 + 0.5 * seats * FRESH_AIR_PER_SEAT * 3600 * share * share * share);
    }
  }

  void save(ByteWriter out) {
    out.word(season).reals(given).reals(compressor);
    for (FanCoil coil : control) {
      out.real(coil.valve()).real(coil.integral());
    }
    for (Energy energy : made) {
      out.real(energy.given()).real(energy.electric()).real(energy.fuel()).real(energy.taken());
    }
  }

  void load(ByteReader in) {
    season = in.word(Season.class);
    in.reals(given);
    in.reals(compressor);
    for (int k = 0; k < control.length; k++) {
      control[k] = new FanCoil(in.finite(), in.finite());
    }
    for (int k = 0; k < made.length; k++) {
      made[k] = new Energy(in.finite(), in.finite(), in.finite(), in.finite());
    }
  }
}
