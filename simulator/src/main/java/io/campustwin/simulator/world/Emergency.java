package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.weather.Chance;
import java.util.Arrays;
import java.util.Set;

/**
 * Emergency broadcast, panic buttons and the link to the police. A zone that is called speaks its message over and over;
 * where fire sounders give a burst it holds its tongue until the burst is over.
 */
final class Emergency {
  private static final long SPEAK_DELAY = 1_200;
  private static final long PRESS_HOLD = 60_000;
  private static final long STANDBY_DELAY = 2_000;
  private final Site site;
  private final Crowd crowd;
  private final FireDevices fire;
  private final Fleet zones;
  private final Fleet.Column emergency;
  private final Fleet.Column audible;
  private final Fleet.Column volume;
  private final Fleet.Column speaking;
  private final long[] called;
  private final String[][] buildings;
  private final Fleet buttons;
  private final Fleet.Column pressed;
  private final Fleet.Column buttonBeat;
  private final long[] pressedUntil;
  private final Fleet links;
  private final Fleet.Column beat;
  private final Fleet.Column sent;
  private final Fleet.Column acked;
  private final Fleet.Column request;
  private final boolean[] asked;
  private final long[] answer;
  private final long[] lastBeat;

  Emergency(Site site, Crowd crowd, FireDevices fire) {
    this.site = site;
    this.crowd = crowd;
    this.fire = fire;
    zones = new Fleet(site, "broadcast-zone");
    emergency = zones.column("zone.emergency");
    audible = zones.column("zone.audible");
    volume = zones.column("zone.volume");
    speaking = zones.column("zone.speaking");
    called = new long[zones.size()];
    buildings = new String[zones.size()][];
    for (int k = 0; k < zones.size(); k++) {
      volume.set(k, 70);
      Set<Integer> served = site.servedBy(zones.piece(k));
      buildings[k] = served.stream()
          .map(s -> site.spaces().get(s).building())
          .filter(java.util.Objects::nonNull)
          .distinct()
          .toArray(String[]::new);
    }
    buttons = new Fleet(site, "panic-button");
    pressed = buttons.column("button.pressed");
    buttonBeat = buttons.column("link.heartbeat");
    pressedUntil = new long[buttons.size()];
    links = new Fleet(site, "police-link");
    beat = links.column("link.heartbeat");
    sent = links.column("alarm.sent");
    acked = links.column("alarm.acked");
    request = links.column("link.request");
    asked = new boolean[links.size()];
    answer = new long[links.size()];
    lastBeat = new long[links.size()];
    java.util.Arrays.fill(lastBeat, site.now());
  }

  void step(boolean mainUp) {
    for (int k = 0; k < zones.size(); k++) {
      call(k);
    }
    for (int k = 0; k < buttons.size(); k++) {
      pressed.flag(k, site.now() < pressedUntil[k]);
      boolean works = !site.faults().isBroken(buttons.equipment(k));
      buttonBeat.set(k, works ? site.now() / 1000 % 10 : buttonBeat.get(k) + 1);
    }
    for (int k = 0; k < links.size(); k++) {
      police(k, mainUp);
    }
  }

  private void call(int k) {
    boolean on = emergency.on(k);
    called[k] = !on ? 0 : called[k] == 0 ? site.now() : called[k];
    boolean dumb = site.faults().isStuck(zones.equipment(k))
        || site.faults().isBroken(zones.equipment(k))
        || volume.get(k) < 1;
    boolean heard = on && !dumb && site.now() >= called[k] + SPEAK_DELAY;
    audible.flag(k, heard);
    speaking.flag(k, heard && Arrays.stream(buildings[k]).noneMatch(fire::isBurst));
    if (heard) {
      for (String building : buildings[k]) {
        crowd.warn(building);
      }
    }
  }

  /** A request goes out once; the police console answers in 2 to 5 s, over the standby path 2 s later. */
  private void police(int k, boolean mainUp) {
    boolean works = !site.faults().isBroken(links.equipment(k));
    if (works && site.now() - lastBeat[k] >= 10_000) {
      lastBeat[k] = site.now();
    }
    beat.set(k, (site.now() - lastBeat[k]) / 1000.0);
    if (works && asked[k]) {
      sent.set(k, sent.get(k) + 1);
      long thinking =
          2_000 + (long) (3_000 * Chance.at(site.options().seed(), 800 + k, site.now() / 1000));
      answer[k] = site.now() + thinking + (mainUp ? 0 : STANDBY_DELAY);
      asked[k] = false;
    }
    if (works && answer[k] > 0 && site.now() >= answer[k]) {
      acked.set(k, sent.get(k));
      answer[k] = 0;
    }
  }

  /** A request to the police was written to a point; the same words again are another request. */
  void request(int point, String words) {
    for (int k = 0; k < links.size(); k++) {
      asked[k] |= request.point(k) == point && !words.isEmpty();
    }
  }

  void press(String id) {
    for (int k = 0; k < buttons.size(); k++) {
      if (buttons.piece(k).id().equals(id)) {
        pressedUntil[k] = site.now() + PRESS_HOLD;
      }
    }
  }

  void reset() {
    java.util.Arrays.fill(pressedUntil, 0);
  }

  void save(ByteWriter out) {
    out.wholes(called).wholes(pressedUntil).flags(asked).wholes(answer).wholes(lastBeat);
  }

  void load(ByteReader in) {
    in.wholes(called);
    in.wholes(pressedUntil);
    in.flags(asked);
    in.wholes(answer);
    in.wholes(lastBeat);
  }
}
