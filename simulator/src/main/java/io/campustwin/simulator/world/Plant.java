package io.campustwin.simulator.world;

import io.campustwin.asset.Relation;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.plant.AirHandler;
import io.campustwin.simulator.plant.BadPlant;
import io.campustwin.simulator.plant.Chiller;
import io.campustwin.simulator.plant.FanCoil;
import io.campustwin.simulator.plant.HeatPump;
import io.campustwin.simulator.plant.HeatStation;
import io.campustwin.simulator.plant.PlantBalance;
import io.campustwin.simulator.plant.RoomUnits;
import io.campustwin.simulator.plant.TwoPipe;
import io.campustwin.simulator.plant.TwoPipe.Water;
import io.campustwin.simulator.plant.Vrf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fan coils, chillers, the heat station and air handlers with heat recovery. All coils hang on {@link TwoPipe}: cold as soon as
 * a chiller is on, else warm from November to March. Air handlers that a chiller feeds have a coil too. Units with the fact
 * {@code source=heat-pump}, and all on a campus without chillers, are heat pumps of their own; units with {@code source=vrf}
 * share the outdoor unit of their fact {@code outdoor}. What fans of coils draw ends in
 * their rooms. The pump draws its power where the chillers draw theirs and stands when they have none.
 */
final class Plant {
  private static final double COIL_WATTS_PER_M2 = 130;
  private static final double FAN_WATTS = 60;
  private static final double PERFORMANCE = 5.5;
  /** Condenser pump, tower fan and control of a chiller, over its rated electric power. */
  private static final double AUXILIARIES = 0.1;

  private static final double FRESH_AIR_PER_SEAT = 20.0 / 3600;
  /** Both fans of an air handler, W for m³/s: 0.5 W for m³/h. */
  private static final double FANS = 1800;

  private static final double STANDBY = 15;
  private static final List<String> SOURCES = List.of("water", "heat-pump", "vrf");
  private final Site site;
  private final Fleet coils;
  private final Fleet.Column temperature;
  private final Fleet.Column setpoint;
  private final Fleet.Column mode;
  private final Fleet.Column valve;
  private final Fleet.Column coilPower;
  private final RoomUnits units;
  private final Fleet chillers;
  private final Fleet.Column chillerState;
  private final Fleet.Column supply;
  private final Fleet.Column back;
  private final Fleet.Column chillerPower;
  private final Chiller[] machine;
  private final double[] condenser;
  private final TwoPipe pipes;
  private final Fleet handlers;
  private final Fleet.Column speed;
  private final Fleet.Column blown;
  private final Fleet.Column filter;
  private final AirHandler[] handler;
  private final int[][] handled;
  private double fans;
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
    chillers = new Fleet(site, "chiller");
    chillerState = chillers.column("chiller.state");
    supply = chillers.column("supply.temperature");
    back = chillers.column("return.temperature");
    chillerPower = chillers.column("chiller.power");
    machine = new Chiller[chillers.size()];
    condenser = new double[chillers.size()];
    handlers = new Fleet(site, "air-handler");
    speed = handlers.column("ahu.fanSpeed");
    blown = handlers.column("supply.temperature");
    filter = handlers.column("filter.dp");
    handler = new AirHandler[handlers.size()];
    handled = new int[handlers.size()][];
    season = seasonNow();
    units = new RoomUnits(coils());
    handlers();
    pipes = pipes();
    begin();
  }

  private List<RoomUnits.Unit> coils() {
    List<RoomUnits.Unit> all = new ArrayList<>();
    for (int k = 0; k < coils.size(); k++) {
      double usual = COIL_WATTS_PER_M2 * site.rooms().area[Math.max(0, coils.space(k))];
      double watts = positive(coils, k, "capacity", usual);
      Map<String, String> facts = coils.piece(k).facts();
      String source = facts.getOrDefault("source", chillers.size() == 0 ? "heat-pump" : "water");
      if (!SOURCES.contains(source)) {
        throw BadPlant.unit(coils.piece(k).id(), source);
      }
      HeatPump alone = source.equals("heat-pump") ? HeatPump.of(watts) : null;
      String shared = source.equals("vrf") ? facts.getOrDefault("outdoor", "1") : "";
      all.add(new RoomUnits.Unit(new FanCoil(watts, watts), alone, shared));
      setpoint.set(k, season == Season.COLD ? 20 : 26);
    }
    return all;
  }

  private static double positive(Fleet fleet, int k, String key, double usual) {
    double value = fleet.fact(k, key, usual);
    if (!(value > 0)) {
      throw BadPlant.fact(fleet.piece(k).id(), key, value);
    }
    return value;
  }

  private void handlers() {
    List<String> fed = new ArrayList<>();
    for (int k = 0; k < chillers.size(); k++) {
      fed.addAll(site.relatedTo(chillers.piece(k).id(), Relation.Kind.FEEDS));
    }
    for (int k = 0; k < handlers.size(); k++) {
      handled[k] = site.servedBy(handlers.piece(k)).stream()
          .mapToInt(Integer::intValue)
          .filter(s -> site.rooms().indoor[s])
          .toArray();
      double most = seats(k) * FRESH_AIR_PER_SEAT;
      handler[k] =
          new AirHandler(most, FANS * most, fed.contains(handlers.piece(k).id()));
    }
  }

  private double seats(int k) {
    double seats = 0;
    for (int s : handled[k]) {
      seats += site.spaces().get(s).capacity();
    }
    return seats;
  }

  private TwoPipe pipes() {
    double cold = 0;
    double warm = 0;
    for (int k = 0; k < coils.size(); k++) {
      RoomUnits.Unit unit = units.unit(k);
      cold += unit.isPiped() ? unit.coil().cooling() : 0;
      warm += unit.isPiped() ? unit.coil().heating() : 0;
    }
    for (AirHandler one : handler) {
      warm += one.coil();
    }
    for (int k = 0; k < chillers.size(); k++) {
      double usual = Math.max(1000, 0.8 * cold / chillers.size());
      double rated = positive(chillers, k, "capacity", positive(chillers, k, "cooling", usual));
      double power = positive(chillers, k, "ratedPower", rated / PERFORMANCE);
      machine[k] = new Chiller(rated, rated / power);
    }
    HeatStation station = HeatStation.of(site.model(), Math.max(1000, warm));
    Water first =
        season == Season.HOT ? Water.COLD : season == Season.COLD ? Water.WARM : Water.STILL;
    return new TwoPipe(List.of(machine), station, Math.max(cold, warm), first);
  }

  private void begin() {
    for (int k = 0; k < chillers.size(); k++) {
      supply.set(k, pipes.temperature());
      back.set(k, pipes.temperature());
    }
    changeOver();
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
    for (int k = 0; k < coils.size(); k++) {
      double room = site.rooms().air[Math.max(0, coils.space(k))];
      double watts = units.most(k, setting(k), pipes.flowing(), room);
      regulate(k, watts, room, seconds);
      double output = watts * opening(k) * clean(FaultKind.COIL_FOULING, coils, k);
      units.ask(k, site.faults().isDead(coils.equipment(k)) ? 0 : output);
    }
    units.settle(outside());
    give();
    ventilate(seconds);
    pipes.step(flowing(), condensers(), drawn(), site.sky().temperature(), seconds);
  }

  private RoomUnits.Mode setting(int k) {
    return mode.is(k, "cool")
        ? RoomUnits.Mode.COOL
        : mode.is(k, "heat") ? RoomUnits.Mode.HEAT : RoomUnits.Mode.OFF;
  }

  private Vrf.Outdoors outside() {
    double outdoor = site.sky().temperature();
    double humid = site.sky().humidity();
    return new Vrf.Outdoors(outdoor, Moisture.wetBulb(outdoor, humid), humid);
  }

  /** Moves a valve by what the room lacks; one that cannot help is locked shut. */
  private void regulate(int k, double watts, double room, double seconds) {
    if (site.faults().isStuck(coils.equipment(k))) {
      return;
    }
    if (watts == 0) {
      units.control(k).rest();
      return;
    }
    double felt = room + fault(FaultKind.THERMOSTAT_BIAS, coils, k);
    double lack = watts < 0 ? felt - setpoint.get(k) : setpoint.get(k) - felt;
    units.control(k).step(lack, seconds);
  }

  /** What the pump moves: cold while a chiller is on, else warm in the season if a unit heats. */
  private Water flowing() {
    boolean powered = false;
    for (int k = 0; k < chillers.size(); k++) {
      boolean alive = !site.faults().isDead(chillers.equipment(k));
      if (alive && chillerState.is(k, "on")) {
        return Water.COLD;
      }
      powered |= alive;
    }
    boolean asked = season == Season.COLD && powered;
    for (int k = 0; asked && k < coils.size(); k++) {
      if (mode.is(k, "heat")) {
        return Water.WARM;
      }
    }
    return Water.STILL;
  }

  /** Heat that coils on the pipes take, W. */
  private double drawn() {
    double sum = units.given(true);
    for (AirHandler one : handler) {
      sum += one.given();
    }
    return sum;
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
    double free = units.control(k).output();
    return site.faults().level(FaultKind.VALVE_STUCK, coils.equipment(k), free * 100) / 100;
  }

  /** Outdoor air of a handler, %. */
  private double damper(int k) {
    return site.faults().level(FaultKind.DAMPER_STUCK, handlers.equipment(k), speed.get(k));
  }

  /** Water of each chiller's tower, °C; with a part of its air it comes less near the wet bulb. NaN for one that is off. */
  private double[] condensers() {
    double wetBulb = Moisture.wetBulb(site.sky().temperature(), site.sky().humidity());
    for (int k = 0; k < chillers.size(); k++) {
      double air = clean(FaultKind.CONDENSER_FOULING, chillers, k);
      condenser[k] = chillerState.is(k, "on") && !site.faults().isDead(chillers.equipment(k))
          ? Chiller.condenser(wetBulb, air)
          : Double.NaN;
    }
    return condenser;
  }

  private void give() {
    double[] watts = site.rooms().plantWatts;
    java.util.Arrays.fill(watts, 0);
    fans = 0;
    for (int k = 0; k < coils.size(); k++) {
      double warmth = runs(k) ? fan(k) : 0;
      fans += warmth;
      watts[Math.max(0, coils.space(k))] += units.given(k) + warmth;
    }
  }

  private boolean runs(int k) {
    return !mode.is(k, "off") && !site.faults().isDead(coils.equipment(k));
  }

  private double fan(int k) {
    return FAN_WATTS * (0.3 + 0.7 * opening(k));
  }

  private void ventilate(double seconds) {
    Rooms rooms = site.rooms();
    java.util.Arrays.fill(rooms.freshAir, 0);
    java.util.Arrays.fill(rooms.freshSupply, 0);
    for (int k = 0; k < handlers.size(); k++) {
      handler[k].step(streams(k), pipes.flowing(), seconds);
      for (int s : handled[k]) {
        mix(s, blow(k, s), handler[k].supply());
      }
    }
  }

  /** Air that a handler blows into a space, m³/s. */
  private double blow(int k, int s) {
    boolean dead = site.faults().isDead(handlers.equipment(k));
    return dead
        ? 0
        : damper(k) / 100 * FRESH_AIR_PER_SEAT * site.spaces().get(s).capacity();
  }

  /** What comes to a handler: as much from each room as it blows into it. */
  private AirHandler.Streams streams(int k) {
    double flow = 0;
    double warmth = 0;
    for (int s : handled[k]) {
      flow += blow(k, s);
      warmth += blow(k, s) * site.rooms().air[s];
    }
    double outdoor = site.sky().temperature();
    double still = handled[k].length == 0 ? outdoor : site.rooms().air[handled[k][0]];
    return new AirHandler.Streams(flow, outdoor, flow > 0 ? warmth / flow : still);
  }

  private void mix(int s, double flow, double temperature) {
    if (flow > 0) {
      Rooms rooms = site.rooms();
      double all = rooms.freshAir[s] + flow;
      rooms.freshSupply[s] = (rooms.freshAir[s] * rooms.freshSupply[s] + flow * temperature) / all;
      rooms.freshAir[s] = all;
    }
  }

  /** What warms the water. */
  HeatStation station() {
    return pipes.station();
  }

  /** Heat of combustion that its boilers burn, W. */
  double fuel() {
    return pipes.heat().fuel();
  }

  /** Heat and cold of the last minute; {@code taken} is what the rooms took of units, W. */
  PlantBalance balance(double taken) {
    Rooms rooms = site.rooms();
    double supplied = 0;
    for (int s = 0; s < rooms.size(); s++) {
      double above = rooms.freshSupply[s] - site.sky().temperature();
      supplied += rooms.freshAir[s] > 0 ? AirHandler.AIR * rooms.freshAir[s] * above : 0;
    }
    var given = new PlantBalance.Rooms(units.given(true), units.given(false), fans, taken);
    return PlantBalance.of(pipes, units, List.of(handler), given, supplied);
  }

  /** Every second, or once for up to a minute of them: what the devices show. */
  void step(double seconds) {
    for (int k = 0; k < coils.size(); k++) {
      int s = Math.max(0, coils.space(k));
      double felt = site.rooms().air[s] + fault(FaultKind.THERMOSTAT_BIAS, coils, k);
      temperature.set(k, felt + site.jitter(temperature.point(k), 0.04, 30));
      valve.set(k, opening(k) * 100);
      double watts = runs(k) ? fan(k) + units.electric(k) : 1;
      coilPower.set(k, watts / 1000);
      site.draw(coils.equipment(k), watts);
    }
    chill(seconds);
    blow();
  }

  private void chill(double seconds) {
    double spread = pipes.spread(drawn());
    for (int k = 0; k < chillers.size(); k++) {
      if (site.faults().isBroken(chillers.equipment(k))) {
        chillerState.state(k, "fault");
      } else if (chillerState.is(k, "fault")) {
        chillerState.state(k, "off");
      }
      boolean on = chillerState.is(k, "on");
      double rated = machine[k].rated() / machine[k].performance();
      double own = on ? pipes.made(k).electric() + AUXILIARIES * rated : 0.004 * rated;
      double watts = own + pipes.pump() / machine.length;
      supply.set(k, supply.get(k) + (pipes.temperature() - supply.get(k)) * seconds / 180);
      double goal = supply.get(k) - spread;
      back.set(k, back.get(k) + (goal - back.get(k)) * seconds / 120);
      chillerPower.set(k, watts / 1000);
      site.draw(chillers.equipment(k), watts);
    }
  }

  private void blow() {
    for (int k = 0; k < handlers.size(); k++) {
      double share = speed.get(k) / 100;
      blown.set(k, handler[k].supply());
      double clogged = 1 + fault(FaultKind.FILTER_CLOGGED, handlers, k) / 100;
      filter.set(k, 120 * share * share * clogged + site.jitter(filter.point(k), 0.5, 20));
      double watts = FANS * handler[k].rated() * share * share * share;
      site.draw(handlers.equipment(k), STANDBY + watts);
    }
  }

  void save(ByteWriter out) {
    out.word(season).real(fans);
    units.save(out);
    pipes.save(out);
    List.of(handler).forEach(one -> one.save(out));
  }

  void load(ByteReader in) {
    season = in.word(Season.class);
    fans = in.finite();
    units.load(in);
    pipes.load(in);
    List.of(handler).forEach(one -> one.load(in));
  }
}
