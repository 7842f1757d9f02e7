package io.campustwin.simulator.world;

import io.campustwin.simulator.weather.Chance;

/** Panels, boards, screens, computer rooms and dormitory rooms: power, seats and whether they answer. */
final class Terminals {
  private final Site site;
  private final Fleet panels;
  private final Fleet.Column panelPower;
  private final Fleet.Column panelOnline;
  private final Fleet boards;
  private final Fleet.Column boardPower;
  private final Fleet.Column boardOnline;
  private final Fleet screens;
  private final Fleet.Column screenPower;
  private final Fleet.Column screenOnline;
  private final Fleet labs;
  private final Fleet.Column seatsWorking;
  private final Fleet.Column seatsInUse;
  private final Fleet.Column labPower;
  private final Fleet beds;
  private final Fleet.Column present;
  private final Fleet.Column roomPower;
  private final Fleet.Column anomaly;
  private final Fleet registers;
  private final Fleet.Column classPresent;
  private final Fleet.Column classAbsent;

  Terminals(Site site) {
    this.site = site;
    panels = new Fleet(site, "interactive-panel");
    panelPower = panels.column("panel.power");
    panelOnline = panels.column("terminal.online");
    boards = new Fleet(site, "class-board");
    boardPower = boards.column("board.power");
    boardOnline = boards.column("board.online");
    screens = new Fleet(site, "public-screen");
    screenPower = screens.column("screen.power");
    screenOnline = screens.column("terminal.online");
    labs = new Fleet(site, "computer-lab");
    seatsWorking = labs.column("seat.working");
    seatsInUse = labs.column("seat.inUse");
    labPower = labs.column("lab.power");
    beds = new Fleet(site, "dormitory-room");
    present = beds.column("bed.present");
    roomPower = beds.column("room.power");
    anomaly = beds.column("room.powerAnomaly");
    registers = new Fleet(site, "attendance");
    classPresent = registers.column("class.present");
    classAbsent = registers.column("class.absent");
    Fleet.Column volume = panels.column("panel.volume");
    for (int k = 0; k < panels.size(); k++) {
      panelPower.state(k, "standby");
      volume.set(k, 40);
    }
    for (int k = 0; k < boards.size(); k++) {
      boardPower.state(k, "on");
    }
    for (int k = 0; k < screens.size(); k++) {
      screenPower.state(k, "on");
    }
  }

  void step() {
    java.util.Arrays.fill(site.rooms().deviceWatts, 0);
    for (int k = 0; k < panels.size(); k++) {
      boolean works = works(panels, k);
      panelOnline.flag(k, works);
      double rated = panels.fact(k, "ratedPower", 250);
      draw(
          panels,
          k,
          !works ? 0 : panelPower.is(k, "on") ? rated : panelPower.is(k, "standby") ? 8 : 0.5);
    }
    for (int k = 0; k < boards.size(); k++) {
      boardOnline.flag(k, works(boards, k));
      draw(boards, k, boardPower.is(k, "on") && works(boards, k) ? 28 : 1);
    }
    for (int k = 0; k < screens.size(); k++) {
      screenOnline.flag(k, works(screens, k));
      double rated = screens.fact(k, "ratedPower", 180);
      draw(screens, k, screenPower.is(k, "on") && works(screens, k) ? rated : 2);
    }
    labs();
    dormitories();
    for (int k = 0; k < registers.size(); k++) {
      int s = Math.max(0, registers.space(k));
      int seats = site.spaces().get(s).capacity();
      int here = site.rooms().people[s];
      classPresent.set(k, here);
      classAbsent.set(k, here == 0 ? 0 : Math.max(0, seats - here));
    }
  }

  private void labs() {
    for (int k = 0; k < labs.size(); k++) {
      int s = Math.max(0, labs.space(k));
      double seats = labs.fact(k, "seats", Math.max(1, site.spaces().get(s).capacity()));
      double working = works(labs, k) ? seats : 0;
      double used = labPower.is(k, "on") ? Math.min(working, site.rooms().people[s]) : 0;
      seatsWorking.set(k, working);
      seatsInUse.set(k, used);
      draw(labs, k, labPower.is(k, "on") ? 35 * working + 60 * used : 1.5 * seats);
    }
  }

  private void dormitories() {
    for (int k = 0; k < beds.size(); k++) {
      int s = Math.max(0, beds.space(k));
      int here = site.rooms().people[s];
      double kettle =
          here > 0 && Chance.at(site.options().seed(), 300 + k, site.now() / 600_000) > 0.995
              ? 1500
              : 0;
      double watts = 12 + 35.0 * here + kettle;
      present.set(k, here);
      roomPower.set(k, watts / 1000);
      anomaly.flag(k, watts > 1200);
      draw(beds, k, watts);
    }
  }

  private boolean works(Fleet fleet, int k) {
    return !site.faults().isBroken(fleet.equipment(k));
  }

  private void draw(Fleet fleet, int k, double watts) {
    site.draw(fleet.equipment(k), watts);
    if (fleet.space(k) >= 0) {
      site.rooms().deviceWatts[fleet.space(k)] += watts;
    }
  }
}
