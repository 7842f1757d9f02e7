package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.asset.Relation;
import io.campustwin.simulator.network.Load;
import io.campustwin.simulator.network.VideoStore;

/** Access points, switches, uplinks, gateways and video recorders under the load of people and terminals. */
final class NetworkDevices {
  private static final double INSTALLED_DAYS = 200;
  private final Site site;
  private final Fleet points;
  private final Fleet.Column pointState;
  private final Fleet.Column clients;
  private final Fleet.Column channel;
  private final Fleet.Column radio;
  private final int[][] covered;
  private final double[] coverShare;
  private final Fleet switches;
  private final Fleet.Column linkState;
  private final Fleet.Column loss;
  private final Fleet.Column latency;
  private final Fleet uplinks;
  private final Fleet.Column uplinkState;
  private final Fleet.Column speed;
  private final Fleet.Column in;
  private final Fleet.Column out;
  private final Fleet gateways;
  private final Fleet.Column gatewayState;
  private final Fleet.Column fresh;
  private final Fleet recorders;
  private final Fleet.Column recorderState;
  private final Fleet.Column oldest;
  private final Fleet.Column free;
  private final VideoStore[] stores;
  private final double[] recorded;
  private final int equipment;

  NetworkDevices(Site site) {
    this.site = site;
    points = new Fleet(site, "wifi-ap");
    pointState = points.column("ap.state");
    clients = points.column("ap.clients");
    channel = points.column("ap.channelUtilisation");
    radio = points.column("ap.radioEnabled");
    covered = new int[points.size()][];
    coverShare = new double[points.size()];
    switches = new Fleet(site, "access-switch");
    linkState = switches.column("link.state");
    loss = switches.column("link.loss");
    latency = switches.column("link.latency");
    uplinks = new Fleet(site, "uplink");
    uplinkState = uplinks.column("uplink.state");
    speed = uplinks.column("uplink.linkSpeed");
    in = uplinks.column("uplink.in");
    out = uplinks.column("uplink.out");
    gateways = new Fleet(site, "iot-gateway");
    gatewayState = gateways.column("gateway.state");
    fresh = gateways.column("node.pointsFresh");
    recorders = new Fleet(site, "video-recorder");
    recorderState = recorders.column("recorder.state");
    oldest = recorders.column("recorder.oldestContiguous");
    free = recorders.column("storage.free");
    stores = new VideoStore[recorders.size()];
    recorded = new double[recorders.size()];
    equipment = site.model().equipment().size();
    cover();
    for (int k = 0; k < recorders.size(); k++) {
      stores[k] = store(k);
      recorded[k] = INSTALLED_DAYS;
    }
  }

  /** An access point covers what it serves, else its storey, which it shares with the storey's other ones. */
  private void cover() {
    for (int k = 0; k < points.size(); k++) {
      int own = points.space(k);
      boolean related =
          !site.relatedTo(points.piece(k).id(), Relation.Kind.SERVES).isEmpty();
      String storey = own < 0 ? null : site.spaces().get(own).storey();
      covered[k] = (related || storey == null
              ? related ? site.servedBy(points.piece(k)) : java.util.Set.of(Math.max(0, own))
              : site.spacesOf(storey))
          .stream().mapToInt(Integer::intValue).toArray();
      int sharers = 0;
      for (int other = 0; other < points.size(); other++) {
        int there = points.space(other);
        boolean same = storey != null
            && there >= 0
            && storey.equals(site.spaces().get(there).storey());
        sharers += !related && same ? 1 : 0;
      }
      coverShare[k] = 1.0 / Math.max(1, sharers);
    }
  }

  /** Disk and cameras from facts: diskTB of the recorder, bitrate (Mbps) of each camera that it serves. */
  private VideoStore store(int k) {
    Fleet cameras = new Fleet(site, "camera");
    var served = site.relatedTo(recorders.piece(k).id(), Relation.Kind.SERVES, Relation.Kind.FEEDS);
    double bits = 0;
    int count = 0;
    for (int c = 0; c < cameras.size(); c++) {
      if (served.contains(cameras.piece(c).id()) || served.isEmpty()) {
        bits += cameras.fact(c, "bitrate", 4) * 1e6 / (served.isEmpty() ? recorders.size() : 1);
        count++;
      }
    }
    double sized = Math.max(1, count) * 4e6 / 8 * 86_400 * 95 / 1e12;
    double disk = recorders.fact(k, "diskTB", recorders.fact(k, "capacityTB", sized));
    return new VideoStore(disk * 1e12, Math.max(1, bits));
  }

  void step(double seconds) {
    double all = 0;
    for (int k = 0; k < points.size(); k++) {
      boolean up = works(points, k);
      double people = 0;
      for (int s : covered[k]) {
        people += site.rooms().people[s];
      }
      double own =
          up && radio.on(k) ? Math.floor(people * coverShare[k] * Load.CLIENTS_PER_PERSON) : 0;
      pointState.state(k, up ? "up" : "down");
      clients.set(k, own);
      channel.set(k, up && radio.on(k) ? Load.channel(own) : 0);
      site.draw(points.equipment(k), up ? 12 : 0);
      all += own;
    }
    links(all);
    gateways();
    recorders(seconds);
  }

  private void links(double all) {
    double traffic = Load.traffic(all, 0);
    int running = 0;
    for (int k = 0; k < uplinks.size(); k++) {
      running += works(uplinks, k) ? 1 : 0;
    }
    for (int k = 0; k < uplinks.size(); k++) {
      boolean up = works(uplinks, k);
      double nominal = uplinks.fact(k, "linkSpeed", 1000);
      uplinkState.state(k, up ? "up" : "down");
      speed.set(k, up ? nominal : 0);
      double own = up ? Math.min(nominal, traffic / running) : 0;
      in.set(k, own * (1 + site.jitter(in.point(k), 0.05, 5)));
      out.set(k, 0.18 * own * (1 + site.jitter(out.point(k), 0.05, 5)));
    }
    for (int k = 0; k < switches.size(); k++) {
      boolean up = works(switches, k);
      double use = traffic / Math.max(1, switches.size()) / switches.fact(k, "linkSpeed", 1000);
      linkState.state(k, up ? "up" : "down");
      loss.set(k, up ? Load.loss(use) : 100);
      latency.set(k, up ? Load.latency(0.6, use) : 0);
      site.draw(switches.equipment(k), up ? 45 : 0);
    }
  }

  private void gateways() {
    int silent = site.faults().silentDevices().size();
    double share = 100.0 * (1 - Math.min(1, silent / (double) Math.max(1, equipment)));
    for (int k = 0; k < gateways.size(); k++) {
      boolean up = works(gateways, k);
      gatewayState.state(k, up ? "up" : "down");
      fresh.set(k, up ? share : 0);
      site.draw(gateways.equipment(k), 10);
    }
  }

  private void recorders(double seconds) {
    for (int k = 0; k < recorders.size(); k++) {
      boolean works = works(recorders, k);
      recorderState.state(k, works ? "recording" : "fault");
      recorded[k] = works ? recorded[k] + seconds / 86_400 : 0;
      oldest.set(k, stores[k].oldest(recorded[k]));
      free.set(k, stores[k].free(recorded[k]));
      site.draw(recorders.equipment(k), 120);
    }
  }

  /** True if the first uplink runs, the main one. */
  boolean isMainUp() {
    return uplinks.size() == 0 || works(uplinks, 0);
  }

  private boolean works(Fleet fleet, int k) {
    return !site.faults().isBroken(fleet.equipment(k));
  }

  void save(ByteWriter out) {
    out.reals(recorded);
  }

  void load(ByteReader in) {
    in.reals(recorded);
  }
}
