package io.campustwin.simulator.world;

import io.campustwin.asset.Equipment;
import io.campustwin.simulator.building.CampusShell;
import io.campustwin.simulator.light.Daylight;
import io.campustwin.simulator.light.LightGroup;
import io.campustwin.simulator.light.RoomLight;

/** Light groups, room controllers and the light on desks and boards. A group with the fact plane=board lights the board. */
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
  private final double[] boardFactor;
  private final double[] board;
  private final boolean[] forBoard;

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
    boardFactor = new double[rooms.size()];
    board = new double[rooms.size()];
    forBoard = new boolean[groups.size()];
    int[] count = new int[rooms.size()];
    for (int k = 0; k < groups.size(); k++) {
      forBoard[k] = "board".equals(groups.piece(k).facts().get("plane"));
      count[Math.max(0, groups.space(k))] += forBoard[k] ? 0 : 1;
    }
    rated = new double[groups.size()];
    share = new double[groups.size()];
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      share[k] = 1.0 / Math.max(1, count[s]);
      rated[k] = groups.fact(k, "ratedPower", WATTS_PER_M2 * rooms.area[s] * share[k]);
    }
    for (int s = 0; s < factor.length; s++) {
      factor[s] = rooms.indoor[s] ? 0 : 1;
      if (rooms.indoor[s]) {
        daylight(s);
      }
    }
  }

  private void daylight(int s) {
    Rooms rooms = site.rooms();
    for (CampusShell.Glass glass : rooms.shell.windows(rooms.heated[s])) {
      RoomLight.Room room =
          new RoomLight.Room(rooms.area[s], rooms.inner[s], glass.area(), glass.sky());
      factor[s] += RoomLight.desks(room);
      boardFactor[s] += RoomLight.board(room);
    }
  }

  void step() {
    Rooms rooms = site.rooms();
    java.util.Arrays.fill(electric, 0);
    java.util.Arrays.fill(board, 0);
    java.util.Arrays.fill(rooms.lightWatts, 0);
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      boolean works = !site.faults().isBroken(groups.equipment(k));
      boolean on = state.on(k) && works;
      double watts = LightGroup.power(on, level.get(k), rated[k]);
      power.set(k, watts);
      site.draw(groups.equipment(k), watts);
      rooms.lightWatts[s] += watts;
      double output = LightGroup.output(on, level.get(k));
      if (forBoard[k]) {
        board[s] += Daylight.BOARD_FULL * output;
      } else {
        electric[s] += share[k] * Daylight.ELECTRIC_FULL * output;
      }
    }
    for (int s = 0; s < rooms.size(); s++) {
      rooms.lux[s] = electric[s] + Daylight.inside(factor[s], site.sky().diffuse());
      board[s] += Daylight.ON_WALL * electric[s]
          + Daylight.inside(boardFactor[s], site.sky().diffuse());
    }
    for (int k = 0; k < groups.size(); k++) {
      int s = Math.max(0, groups.space(k));
      lux.set(k, Math.max(0, rooms.lux[s] * (1 + site.jitter(lux.point(k), 0.01, 10))));
    }
    control();
  }

  /** Light on the board of a room, lx. */
  double board(int s) {
    return board[s];
  }

  /** Daylight factor on the desks of a space. */
  double daylightFactor(int s) {
    return factor[s];
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
