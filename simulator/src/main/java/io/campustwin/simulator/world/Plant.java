package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.thermal.Chiller;
import io.campustwin.simulator.thermal.FanCoil;
import java.util.Set;

/**
 * Fan coils, chillers and air handlers. Cold comes from the chillers and is rationed when they cannot carry the load
 * or are off; warm water comes from a district station and is always there from November to March.
 */
final class Plant {
  private static final double COIL_WATTS_PER_M2 = 130;
  private static final double FAN_WATTS = 60;
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
  private final Fleet chillers;
  private final Fleet.Column chillerState;
  private final Fleet.Column supply;
  private final Fleet.Column back;
  private final Fleet.Column chillerPower;
  private final double[] chillerRated;
  private final Fleet handlers;
  private final Fleet.Column speed;
  private final Fleet.Column blown;
  private final Fleet.Column filter;
  private final int[][] handled;
  private double load;
  private double coldRated;
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
    chillerRated = new double[chillers.size()];
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
      total += capacity[k];
      setpoint.set(k, season == Season.COLD ? 20 : 26);
    }
    for (int k = 0; k < chillers.size(); k++) {
      chillerRated[k] = chillers.fact(k, "capacity", 0.8 * total / chillers.size());
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
    Rooms rooms = site.rooms();
    java.util.Arrays.fill(rooms.plantWatts, 0);
    double ration = ration();
    double wanted = 0;
    for (int k = 0; k < coils.size(); k++) {
      int s = Math.max(0, coils.space(k));
      boolean cool = mode.is(k, "cool");
      boolean heat = mode.is(k, "heat");
      double felt = rooms.air[s] + fault(FaultKind.THERMOSTAT_BIAS, coils, k);
      double lack = cool ? felt - setpoint.get(k) : setpoint.get(k) - felt;
      boolean works = !site.faults().isStuck(coils.equipment(k));
      if (works) {
        control[k] = cool || heat ? control[k].step(lack, seconds) : FanCoil.CLOSED;
      }
      double output = capacity[k] * opening(k) * clean(FaultKind.COIL_FOULING, coils, k);
      wanted += cool ? output : 0;
      rooms.plantWatts[s] += cool ? -output * ration : heat ? output : 0;
    }
    load = wanted;
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

  /** Air that the condenser feels: with less of it, it warms by so much more than the usual 12 K. */
  private double condenser(int k, double outdoor) {
    return outdoor + 12 * (1 / clean(FaultKind.CONDENSER_FOULING, chillers, k) - 1);
  }

  /** Share of the cold asked for that the running chillers can carry. */
  private double ration() {
    coldRated = 0;
    for (int k = 0; k < chillers.size(); k++) {
      if (chillerState.is(k, "on")) {
        coldRated += chillerRated[k];
      }
    }
    if (chillers.size() == 0) {
      return 1;
    }
    return load <= 0 ? (coldRated > 0 ? 1 : 0) : Math.min(1, coldRated / load);
  }

  private void ventilate() {
    Rooms rooms = site.rooms();
    java.util.Arrays.fill(rooms.freshAir, 0);
    for (int k = 0; k < handlers.size(); k++) {
      for (int s : handled[k]) {
        rooms.freshAir[s] +=
            damper(k) / 100 * FRESH_AIR_PER_SEAT * site.spaces().get(s).capacity();
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
      double watts = runs ? FAN_WATTS * (0.3 + 0.7 * opening(k)) : 1;
      coilPower.set(k, watts / 1000);
      site.draw(coils.equipment(k), watts);
    }
    chill(seconds);
    blow();
  }

  private void chill(double seconds) {
    double outdoor = site.sky().temperature();
    for (int k = 0; k < chillers.size(); k++) {
      if (site.faults().isBroken(chillers.equipment(k))) {
        chillerState.state(k, "fault");
      } else if (chillerState.is(k, "fault")) {
        chillerState.state(k, "off");
      }
      boolean on = chillerState.is(k, "on");
      double part = on && coldRated > 0 ? Math.min(1, load / coldRated) * chillerRated[k] : 0;
      double watts = on
          ? Chiller.power(part, chillerRated[k], condenser(k, outdoor))
          : 0.001 * chillerRated[k];
      double goal = on ? 7 : 18;
      supply.set(k, supply.get(k) + (goal - supply.get(k)) * seconds / 180);
      double lift = on ? 5 * part / chillerRated[k] : 0;
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
      blown.set(k, share > 0 ? outdoor + 0.6 * (room - outdoor) : room);
      double clogged = 1 + fault(FaultKind.FILTER_CLOGGED, handlers, k) / 100;
      filter.set(k, 120 * share * share * clogged + site.jitter(filter.point(k), 0.5, 20));
      site.draw(
          handlers.equipment(k),
          15 + 0.5 * seats * FRESH_AIR_PER_SEAT * 3600 * share * share * share);
    }
  }

  void save(ByteWriter out) {
    out.real(load).real(coldRated).word(season);
    for (FanCoil coil : control) {
      out.real(coil.valve()).real(coil.integral());
    }
  }

  void load(ByteReader in) {
    load = in.finite();
    coldRated = in.finite();
    season = in.word(Season.class);
    for (int k = 0; k < control.length; k++) {
      control[k] = new FanCoil(in.finite(), in.finite());
    }
  }
}
