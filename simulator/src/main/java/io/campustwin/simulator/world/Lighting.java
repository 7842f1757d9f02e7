package io.campustwin.simulator.world;

import io.campustwin.asset.Equipment;
import io.campustwin.simulator.light.Daylight;
import io.campustwin.simulator.light.LightGroup;

/** Light groups, room controllers and the light on desks. */
final class Lighting {
  private static final double WATTS_PER_M2 = 8;
  private final Site site;
  private final Fleet groups;
  private final Fleet.Column state;
  private final Fleet.Column level;
  private final Fleet.Column power;
  private final Fleet.Column lux;
  private final double[] rated;
  private final double[] share;
  private final Fleet controllers;
  private final Fleet.Column controllable;
  private final Fleet.Column occupied;
  private final double[] factor;
  private final double[] electric;

  Lighting(Site site) {
    this.site = site;
    groups = new Fleet(site, "lighting-group");
    state = groups.column("group.state");
    level = groups.column("group.level");
    power = groups.column("group.power");
    lux = groups.column("room.illuminance");
    controllers = new Fleet(site, "room-controller");
    controllable = controllers.column("room.controllable");
    occupied = controllers.column("room.occupied");
    Rooms rooms = site.rooms();
    factor = new double[rooms.size()];
    electric = new double[rooms.size()];
    int[] count = new int[rooms.size()];
    for (int k = 0; k < groups.size(); k++) {
      count[Math.max(0, groups.space(k))]++;
    }
    rated = new double[groups.size()];
    share = new double[groups.size()];
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      share[k] = 1.0 / count[s];
      rated[k] = groups.fact(k, "ratedPower", WATTS_PER_M2 * rooms.area[s] * share[k]);
    }
    for (int s = 0; s < factor.length; s++) {
      factor[s] = rooms.indoor[s] ? Daylight.factor(rooms.window[s], rooms.inner[s]) : 1;
    }
  }

  void step() {
    Rooms rooms = site.rooms();
    java.util.Arrays.fill(electric, 0);
    java.util.Arrays.fill(rooms.lightWatts, 0);
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      boolean works = !site.faults().isBroken(groups.equipment(k));
      boolean on = state.on(k) && works;
      double watts = LightGroup.power(on, level.get(k), rated[k]);
      power.set(k, watts);
      site.draw(groups.equipment(k), watts);
      rooms.lightWatts[s] += watts;
      electric[s] += share[k] * Daylight.ELECTRIC_FULL * LightGroup.output(on, level.get(k));
    }
    for (int s = 0; s < rooms.size(); s++) {
      rooms.lux[s] = electric[s] + Daylight.inside(factor[s], site.sky().diffuse());
    }
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      lux.set(k, Math.max(0, rooms.lux[s] * (1 + site.jitter(lux.point(k), 0.01, 10))));
    }
    control();
  }

  private void control() {
    for (int k = 0; k < controllers.size(); k++) {
      Equipment piece = controllers.piece(k);
      int s = Math.max(0, site.space(piece.space()));
      controllable.flag(k, !site.faults().isBroken(controllers.equipment(k)));
      occupied.flag(k, site.rooms().people[s] > 0);
    }
  }
}
