package io.campustwin.simulator.world;

import io.campustwin.simulator.air.FineDust;
import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.air.RoomAir;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.thermal.RoomHeat;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.window.Skyline;
import org.apache.commons.math3.util.FastMath;

/**
 * Heat and air of every room, once a minute: gains of people, light, equipment and sun; leakage, opened windows and
 * mechanical fresh air; heating and cooling handed in by {@link Plant}. Sensors and air follow the 5R1C air node with
 * a lag of four minutes (air and furniture, which that model leaves out).
 */
final class Climate {
  private static final double PERSON_WATTS = 75;
  private static final double LEAKAGE = 0.35;
  private static final double OPEN_WINDOWS = 2.5;
  private static final double WARM = 27;
  private static final double BREAK_AIRING = 1.5;
  private static final double ALBEDO = 0.2;
  private static final double LAG = 240;
  private static final int WARM_UP_HOURS = 72;
  private static final long HOUR = 3_600_000L;
  private final Site site;

  Climate(Site site) {
    this.site = site;
  }

  /** Settles rooms on the three days before the start, hour by hour, heated to 18 °C and cooled to 27 °C. */
  void warmUp() {
    Rooms rooms = site.rooms();
    long start = site.options().startMillis();
    for (int hour = WARM_UP_HOURS; hour > 0; hour--) {
      long time = start - hour * HOUR;
      site.clock(time);
      site.lookUp(time);
      for (int s = 0; s < rooms.size(); s++) {
        rooms.people[s] = site.occupancy().at(s, time);
        double miss = rooms.air[s] < 18 ? 18 - rooms.air[s] : Math.min(0, 27 - rooms.air[s]);
        rooms.plantWatts[s] = hour == WARM_UP_HOURS ? 0 : miss * rooms.area[s] * 12;
      }
      step(HOUR / 1000.0);
    }
    java.util.Arrays.fill(rooms.plantWatts, 0);
    site.clock(start);
    site.lookUp(start);
  }

  void step(double seconds) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    Rooms rooms = site.rooms();
    for (int s = 0; s < rooms.size(); s++) {
      if (rooms.indoor[s]) {
        room(s, part, seconds);
      } else {
        outdoors(s);
      }
    }
  }

  private void room(int s, Timetable.Part part, double seconds) {
    Rooms rooms = site.rooms();
    double leak = rooms.volume[s] * airChange(s, part) / 3600;
    double flow = leak + rooms.freshAir[s];
    double outdoor = site.sky().temperature();
    double people = rooms.people[s];
    double internal = people * PERSON_WATTS + rooms.lightWatts[s] + rooms.deviceWatts[s];
    RoomHeat.Drive drive =
        new RoomHeat.Drive(outdoor, 1206 * flow, outdoor, internal, solar(s), rooms.plantWatts[s]);
    RoomHeat.State next = rooms.heat[s].step(rooms.state[s], drive, seconds);
    rooms.state[s] = next;
    double follow = 1 - FastMath.exp(-seconds / LAG);
    rooms.air[s] += (next.air() - rooms.air[s]) * follow;
    double volume = rooms.volume[s];
    double breath = people * breath(s, part);
    rooms.co2[s] = RoomAir.co2(rooms.co2[s], breath, flow, volume, seconds);
    RoomAir.Mix dust = FineDust.USUAL.mix(leak, rooms.freshAir[s], site.sky().pm25(), volume, 0);
    rooms.dust[s] = RoomAir.step(dust, rooms.dust[s], 0, seconds);
    double wet = Moisture.absolute(outdoor, site.sky().humidity());
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
  private double airChange(int s, Timetable.Part part) {
    double outdoor = site.sky().temperature();
    boolean somebody = site.rooms().people[s] > 0;
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

  private double solar(int s) {
    double sum = 0;
    Sky sky = site.dome();
    for (Rooms.Facade facade : site.rooms().facades.get(s)) {
      Irradiance on = sky.on(facade.plane(), ALBEDO);
      Skyline skyline = facade.skyline();
      double beam = on.cosine() > 0 ? on.direct() * skyline.sunlit(sky.sun()) : 0;
      sum +=
          facade.glass() * Rooms.WINDOW_GAIN * (beam + on.diffuse() * skyline.sky() + on.ground());
    }
    return sum;
  }
}
