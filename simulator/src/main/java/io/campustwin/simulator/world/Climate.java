package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.air.FineDust;
import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.air.RoomAir;
import io.campustwin.simulator.building.CampusSky;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import io.campustwin.simulator.thermal.Outdoors;
import java.util.Arrays;

/**
 * Heat and air of every room, once a minute: gains of people, light, equipment and sun; leakage, opened windows and
 * mechanical fresh air; heating and cooling handed in by {@link Plant}. Heat is that of {@link HeatBalance} over all rooms
 * at once; people and equipment give half of theirs to the air and radiate the rest (ISO 13790, 10.4). The wind is taken
 * to come from the north-east, as weather without a direction has none.
 */
final class Climate {
  private static final double PERSON_WATTS = 75;
  private static final double LEAKAGE = 0.35;
  private static final double OPEN_WINDOWS = 2.5;
  private static final double WARM = 27;
  private static final double BREAK_AIRING = 1.5;
  private static final double WIND_FROM = Math.PI / 4;
  private static final double AIR = 1206;
  private static final int WARM_UP_HOURS = 72;
  private static final long HOUR = 3_600_000L;
  private final Site site;
  private final HeatBalance heat;
  private final HeatInput input;
  private final Outdoors outdoors;
  private final CampusSky light;

  Climate(Site site) {
    this.site = site;
    heat = HeatBalance.of(site.rooms().shell.plan(), HOUR / 1000.0);
    input = heat.input();
    outdoors = heat.outdoors();
    light = new CampusSky(site.rooms().shell);
  }

  /** Heat of the rooms as it is. */
  HeatBalance heat() {
    return heat;
  }

  /** Outdoor air of a space, m³/s; none outdoors. */
  double outdoorAir(int s) {
    int r = site.rooms().heated[s];
    return r < 0 ? 0 : input.airFlow[r] / AIR;
  }

  /** Heat that rooms took of plant in the last minute, negative for cold, W. */
  double delivered() {
    double sum = 0;
    for (double watts : input.delivered) {
      sum += watts;
    }
    return sum;
  }

  void save(ByteWriter out) {
    heat.save(out);
    out.reals(input.airFlow);
  }

  void load(ByteReader in) {
    heat.load(in);
    in.reals(input.airFlow);
  }

  /** Settles rooms on the three days before the start, hour by hour, heated to 18 °C and cooled to 27 °C. */
  void warmUp() {
    Rooms rooms = site.rooms();
    long start = site.options().startMillis();
    Arrays.fill(input.heatTo, 18);
    Arrays.fill(input.coolTo, 27);
    for (int hour = WARM_UP_HOURS; hour > 0; hour--) {
      long time = start - hour * HOUR;
      site.clock(time);
      site.lookUp(time);
      for (int s = 0; s < rooms.size(); s++) {
        rooms.people[s] = site.occupancy().at(s, time);
      }
      step(HOUR / 1000.0);
    }
    free();
    site.clock(start);
    site.lookUp(start);
  }

  /** Rooms have no temperature to keep any more. */
  void free() {
    Arrays.fill(input.heatTo, Double.NEGATIVE_INFINITY);
    Arrays.fill(input.coolTo, Double.POSITIVE_INFINITY);
  }

  /** What one would take a campus for without history: walls as warm as the air, fresh air. */
  void forget() {
    Rooms rooms = site.rooms();
    double[] air = new double[heat.size()];
    for (int s = 0; s < rooms.size(); s++) {
      if (rooms.indoor[s]) {
        air[rooms.heated[s]] = rooms.air[s];
        rooms.co2[s] = RoomAir.CO2_OUTDOOR;
      }
    }
    heat.settle(air);
  }

  /** Mean temperature of the walls of a space; that of the air outdoors. */
  double mass(int s) {
    int r = site.rooms().heated[s];
    return r < 0 ? site.rooms().air[s] : heat.masses()[r];
  }

  /** Air of a measured room is held at what was recorded. */
  private void follow(int s, Timetable.Part part) {
    double air = site.follower().air(s, site.now());
    if (!Double.isNaN(air)) {
      input.heatTo[site.rooms().heated[s]] = air;
      input.coolTo[site.rooms().heated[s]] = air;
    }
    double volume = site.rooms().volume[s];
    double fans = site.rooms().freshAir[s];
    double[] flows = {
      volume * airChange(s, part, false) / 3600 + fans,
      volume * airChange(s, part, true) / 3600 + fans
    };
    site.follower().look(s, site.now(), breath(s, part), flows, volume);
  }

  void step(double seconds) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    Rooms rooms = site.rooms();
    for (int s = 0; s < rooms.size(); s++) {
      if (rooms.indoor[s]) {
        double leak = rooms.volume[s] * airChange(s, part, rooms.people[s] > 0) / 3600;
        load(s, leak);
        room(s, leak, part, seconds);
      } else {
        outdoors(s);
      }
    }
    heat.step(seconds);
    light.fill(site.sky(), site.dome(), WIND_FROM, outdoors);
    heat.advance(outdoors, input);
    for (int s = 0; s < rooms.size(); s++) {
      if (rooms.indoor[s]) {
        rooms.air[s] = heat.air(rooms.heated[s]);
      }
    }
  }

  private void load(int s, double leak) {
    Rooms rooms = site.rooms();
    int r = rooms.heated[s];
    double internal = rooms.people[s] * PERSON_WATTS + rooms.lightWatts[s] + rooms.deviceWatts[s];
    input.convective[r] = internal / 2;
    input.radiant[r] = internal / 2;
    input.delivered[r] = rooms.plantWatts[s];
    double flow = leak + rooms.freshAir[s];
    double heat = leak * site.sky().temperature() + rooms.freshAir[s] * rooms.freshSupply[s];
    input.airFlow[r] = AIR * flow;
    input.supply[r] = flow > 0 ? heat / flow : 0;
  }

  private void room(int s, double leak, Timetable.Part part, double seconds) {
    Rooms rooms = site.rooms();
    double flow = leak + rooms.freshAir[s];
    double people = rooms.people[s];
    double volume = rooms.volume[s];
    double breath = people * breath(s, part);
    double co2 = RoomAir.co2(rooms.co2[s], breath, flow, volume, seconds);
    rooms.co2[s] = site.follower().carbon(s, site.now(), co2);
    follow(s, part);
    RoomAir.Mix dust = FineDust.USUAL.mix(leak, rooms.freshAir[s], site.sky().pm25(), volume, 0);
    rooms.dust[s] = RoomAir.step(dust, rooms.dust[s], 0, seconds);
    double wet = Moisture.absolute(site.sky().temperature(), site.sky().humidity());
    rooms.moisture[s] = RoomAir.step(
        new RoomAir.Mix(flow, wet, volume, 0),
        rooms.moisture[s],
        people * RoomAir.MOISTURE_PER_PERSON,
        seconds);
    double most = Moisture.absolute(rooms.air[s], 95);
    rooms.moisture[s] = Math.min(most, rooms.moisture[s]);
  }

  /** Carbon dioxide of a pupil by what is done there, L/s; {@link RoomAir#CO2_PER_PERSON} is for 1.2 met. */
  private double breath(int s, Timetable.Part part) {
    double met =
        switch (site.spaces().get(s).kind()) {
          case DORMITORY -> part == Timetable.Part.NIGHT ? 1.0 : 1.2;
          case CORRIDOR, STAIR, KITCHEN -> 2.0;
          default -> part == Timetable.Part.BREAK ? 1.6 : 1.2;
        };
    return RoomAir.CO2_PER_PERSON / 1.2 * met;
  }

  private void outdoors(int s) {
    Rooms rooms = site.rooms();
    rooms.air[s] = site.sky().temperature();
    rooms.co2[s] = RoomAir.CO2_OUTDOOR;
    rooms.dust[s] = site.sky().pm25();
    rooms.moisture[s] = Moisture.absolute(site.sky().temperature(), site.sky().humidity());
  }

  /** Air changes an hour without fans: leakage, windows that people open, airing in breaks. */
  private double airChange(int s, Timetable.Part part, boolean somebody) {
    double outdoor = site.sky().temperature();
    double change = LEAKAGE * (1 + site.faults().level(FaultKind.INFILTRATION, s, 0) / 100);
    double air = site.rooms().air[s];
    boolean stuffy = site.rooms().co2[s] > 1300 && outdoor > 8 && outdoor < 30;
    boolean warm = air > WARM && outdoor < air - 2 && site.rooms().plantWatts[s] >= 0;
    if (somebody && (stuffy || warm)) {
      change += OPEN_WINDOWS;
    }
    if (somebody && part == Timetable.Part.BREAK && outdoor > 0) {
      change += BREAK_AIRING;
    }
    return change;
  }
}
