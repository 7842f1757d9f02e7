package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.movement.CampusDay;

/** Doors, gates, intrusion, patrol, visitors, cameras: what people do to them and what they report. */
final class Security {
  private static final long ALARM_HOLD = 30_000;
  private static final long DOOR_OPEN = 5_000;
  private final Site site;
  private final Crowd crowd;
  private final Fleet doors;
  private final Fleet.Column doorState;
  private final Fleet.Column lock;
  private final Fleet.Column reader;
  private final Fleet gates;
  private final Fleet.Column gateMode;
  private final Fleet.Column passes;
  private final CampusDay day;
  private final int[][] ways;
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

  Security(Site site, Crowd crowd) {
    this.site = site;
    this.crowd = crowd;
    day = crowd.day();
    doors = new Fleet(site, "access-door");
    doorState = doors.column("door.state");
    lock = doors.column("door.lock");
    reader = doors.column("reader.online");
    ways = new int[doors.size()][];
    for (int k = 0; k < ways.length; k++) {
      String passage = doors.piece(k).facts().getOrDefault("passage", "");
      ways[k] = day.doors(passage, doors.space(k));
    }
    gates = new Fleet(site, "gate");
    gateMode = gates.column("gate.mode");
    passes = gates.column("gate.pass");
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

  void step() {
    doors();
    gates();
    alarms();
    for (int k = 0; k < cameras.size(); k++) {
      boolean works = works(cameras, k);
      cameraOnline.flag(k, works);
      site.draw(cameras.equipment(k), works ? 9 : 0);
    }
    patrols();
    for (int k = 0; k < kiosks.size(); k++) {
      kioskOnline.flag(k, works(kiosks, k));
      visitors.set(k, day.visitors(kiosks.space(k)));
    }
  }

  /** A door stands open for five seconds after a pass, and while people leave through a released one. */
  private void doors() {
    for (int k = 0; k < doors.size(); k++) {
      boolean free = lock.is(k, "released");
      boolean held = site.faults().isHeld(doors.equipment(k));
      boolean open = wasPassed(k) || free && isLeft(doors.space(k));
      doorState.state(k, held ? "held" : open ? "open" : "closed");
      reader.flag(k, works(doors, k));
    }
  }

  private boolean wasPassed(int k) {
    for (int door : ways[k]) {
      if (site.now() - day.passed(door) < DOOR_OPEN) {
        return true;
      }
    }
    return false;
  }

  private boolean isLeft(int space) {
    String building = space < 0 ? null : site.spaces().get(space).building();
    return building != null && crowd.isLeaving(building);
  }

  private void gates() {
    for (int k = 0; k < gates.size(); k++) {
      day.gate(k, !gateMode.is(k, "locked") && works(gates, k));
      passes.set(k, day.passes(k));
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
    for (int k = 0; k < gates.size(); k++) {
      day.countFrom(k, (long) passes.get(k));
    }
  }

  void save(ByteWriter out) {
    out.wholes(zoneUntil).wholes(segmentUntil);
  }

  void load(ByteReader in) {
    in.wholes(zoneUntil);
    in.wholes(segmentUntil);
  }
}
