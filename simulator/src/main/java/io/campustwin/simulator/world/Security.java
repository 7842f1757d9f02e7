package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.weather.Chance;

/** Doors, gates, intrusion, patrol, visitors, cameras: what people do to them and what they report. */
final class Security {
  private static final long ALARM_HOLD = 30_000;
  private final Site site;
  private final Fleet doors;
  private final Fleet.Column doorState;
  private final Fleet.Column lock;
  private final Fleet.Column reader;
  private final Fleet gates;
  private final Fleet.Column gateMode;
  private final Fleet.Column passes;
  private final double[] passed;
  private final Fleet zones;
  private final Fleet.Column zoneArmed;
  private final Fleet.Column zoneAlarm;
  private final Fleet segments;
  private final Fleet.Column segmentArmed;
  private final Fleet.Column segmentAlarm;
  private final Fleet.Column segmentFault;
  private final Fleet cameras;
  private final Fleet.Column cameraOnline;
  private final Fleet patrols;
  private final Fleet.Column lastVisit;
  private final Fleet kiosks;
  private final Fleet.Column visitors;
  private final Fleet.Column kioskOnline;
  private final long[] zoneUntil;
  private final long[] segmentUntil;

  Security(Site site) {
    this.site = site;
    doors = new Fleet(site, "access-door");
    doorState = doors.column("door.state");
    lock = doors.column("door.lock");
    reader = doors.column("reader.online");
    gates = new Fleet(site, "gate");
    gateMode = gates.column("gate.mode");
    passes = gates.column("gate.pass");
    passed = new double[gates.size()];
    zones = new Fleet(site, "intrusion-zone");
    zoneArmed = zones.column("zone.armed");
    zoneAlarm = zones.column("zone.alarm");
    zoneUntil = new long[zones.size()];
    segments = new Fleet(site, "perimeter-segment");
    segmentArmed = segments.column("segment.armed");
    segmentAlarm = segments.column("segment.alarm");
    segmentFault = segments.column("segment.fault");
    segmentUntil = new long[segments.size()];
    cameras = new Fleet(site, "camera");
    cameraOnline = cameras.column("camera.online");
    patrols = new Fleet(site, "patrol-point");
    lastVisit = patrols.column("point.lastVisit");
    kiosks = new Fleet(site, "visitor-kiosk");
    visitors = kiosks.column("visit.active");
    kioskOnline = kiosks.column("kiosk.online");
  }

  void step(double seconds) {
    doors();
    gates(seconds);
    alarms();
    for (int k = 0; k < cameras.size(); k++) {
      boolean works = works(cameras, k);
      cameraOnline.flag(k, works);
      site.draw(cameras.equipment(k), works ? 9 : 0);
    }
    patrols();
    for (int k = 0; k < kiosks.size(); k++) {
      kioskOnline.flag(k, works(kiosks, k));
      visitors.set(k, visitorsNow(k));
    }
  }

  /** A door opens for five seconds when somebody passes; how often follows the people around it. */
  private void doors() {
    long slot = site.now() / 5_000;
    for (int k = 0; k < doors.size(); k++) {
      int s = Math.max(0, doors.space(k));
      boolean moving =
          switch (site.occupancy().partAt(site.now())) {
            case BREAK, ARRIVAL, LEAVING, LUNCH -> true;
            default -> false;
          };
      double often = site.rooms().people[s] == 0 ? 0 : moving ? 0.15 : 0.01;
      boolean opened = Chance.at(site.options().seed(), 500 + k, slot) < often;
      boolean free = lock.is(k, "released");
      boolean held = site.faults().isHeld(doors.equipment(k));
      doorState.state(k, held ? "held" : opened || free && moving ? "open" : "closed");
      reader.flag(k, works(doors, k));
    }
  }

  private void gates(double seconds) {
    double flow = gates.size() == 0 ? 0 : site.occupancy().gateFlow(site.now()) / gates.size();
    for (int k = 0; k < gates.size(); k++) {
      passed[k] += gateMode.is(k, "locked") || !works(gates, k) ? 0 : flow * seconds;
      passes.set(k, Math.floor(passed[k]));
    }
  }

  private void alarms() {
    for (int k = 0; k < zones.size(); k++) {
      zoneAlarm.flag(k, zoneArmed.on(k) && site.now() < zoneUntil[k]);
    }
    for (int k = 0; k < segments.size(); k++) {
      segmentAlarm.flag(k, segmentArmed.on(k) && site.now() < segmentUntil[k]);
      segmentFault.flag(k, !works(segments, k));
    }
  }

  /** Guards walk a round of all points, one every five minutes; the reader shows the seconds since. */
  private void patrols() {
    long round = 300_000L * Math.max(1, patrols.size());
    for (int k = 0; k < patrols.size(); k++) {
      long since = Math.floorMod(site.now() - 300_000L * k, round);
      lastVisit.set(k, since / 1000.0);
    }
  }

  private double visitorsNow(int k) {
    Timetable.Part part = site.occupancy().partAt(site.now());
    boolean day = part == Timetable.Part.LESSON || part == Timetable.Part.BREAK;
    return day
        ? Math.floor(9 * Chance.smooth(site.options().seed(), 700 + k, site.now() / 1_800_000.0))
        : 0;
  }

  void intrude(String id) {
    for (int k = 0; k < zones.size(); k++) {
      if (zones.piece(k).id().equals(id)) {
        zoneUntil[k] = site.now() + ALARM_HOLD;
      }
    }
    for (int k = 0; k < segments.size(); k++) {
      if (segments.piece(k).id().equals(id)) {
        segmentUntil[k] = site.now() + ALARM_HOLD;
      }
    }
  }

  private boolean works(Fleet fleet, int k) {
    return !site.faults().isBroken(fleet.equipment(k));
  }

  /** Gates go on counting from what they show. */
  void goOn() {
    for (int k = 0; k < passed.length; k++) {
      passed[k] = passes.get(k);
    }
  }

  void save(ByteWriter out) {
    out.reals(passed).wholes(zoneUntil).wholes(segmentUntil);
  }

  void load(ByteReader in) {
    in.reals(passed);
    in.wholes(zoneUntil);
    in.wholes(segmentUntil);
  }
}
