package io.campustwin.simulator.world;

import io.campustwin.asset.Relation;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.network.CampusTraffic;
import io.campustwin.simulator.network.Load;
import io.campustwin.simulator.network.VideoRing;
import java.util.List;

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
  private final VideoRing[] stores;
  private final CampusTraffic traffic;
  private final Fleet panels;
  private final Fleet labs;
  private final Fleet.Column seats;
  private final double[] wiFi;
  private final double[] lessons;
  private final double[] nodes;
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
    stores = new VideoRing[recorders.size()];
    traffic = new CampusTraffic(site.model());
    panels = new Fleet(site, "interactive-panel");
    labs = new Fleet(site, "computer-lab");
    seats = labs.column("seat.inUse");
    wiFi = new double[points.size()];
    lessons = new double[switches.size()];
    nodes = new double[switches.size()];
    equipment = site.model().equipment().size();
    cover();
    for (int k = 0; k < recorders.size(); k++) {
      stores[k] = store(k);
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

  /** A recorder without a disk of its own (fact diskTB) has what its cameras need in 95 days. */
  private VideoRing store(int k) {
    double sent = Math.max(Load.CAMERA, traffic.sent(k));
    double sized = sent * 1e6 / 8 * 86_400 * 95 / 1e12;
    double disk = recorders.fact(k, "diskTB", recorders.fact(k, "capacityTB", sized));
    return new VideoRing(disk * 1e12, Math.max(1e-3, traffic.sent(k)), INSTALLED_DAYS);
  }

  void step(double seconds) {
    for (int k = 0; k < points.size(); k++) {
      boolean up = works(points, k);
      double people = 0;
      for (int s : covered[k]) {
        people += site.rooms().people[s];
      }
      wiFi[k] =
          up && radio.on(k) ? Math.floor(people * coverShare[k] * Load.CLIENTS_PER_PERSON) : 0;
      pointState.state(k, up ? "up" : "down");
      clients.set(k, wiFi[k]);
      site.draw(points.equipment(k), up ? 12 : 0);
    }
    wired();
    exit();
    for (int k = 0; k < switches.size(); k++) {
      traffic.link(k, works(switches, k));
    }
    traffic.step(wiFi, lessons, nodes);
    links();
    gateways();
    recorders(seconds);
  }

  /** What terminals on wires want; a panel that draws more than in standby shows something. */
  private void wired() {
    java.util.Arrays.fill(lessons, 0);
    java.util.Arrays.fill(nodes, 0);
    for (int k = 0; k < panels.size() && lessons.length > 0; k++) {
      boolean shows = site.load(panels.equipment(k)) > 20;
      lessons[traffic.switchOf(panels.piece(k))] += shows ? Load.PANEL : 0;
    }
    for (int k = 0; k < labs.size() && lessons.length > 0; k++) {
      lessons[traffic.switchOf(labs.piece(k))] += Load.SEAT * seats.get(k);
    }
    for (int k = 0; k < gateways.size() && nodes.length > 0; k++) {
      nodes[traffic.switchOf(gateways.piece(k))] += works(gateways, k) ? 1 : 0;
    }
  }

  /** Uplinks that are not on standby carry together; those on standby only when no other is up. */
  private void exit() {
    double first = 0;
    double second = 0;
    for (int k = 0; k < uplinks.size(); k++) {
      double own = works(uplinks, k) ? uplinks.fact(k, "linkSpeed", 1000) : 0;
      first += isStandby(k) ? 0 : own;
      second += isStandby(k) ? own : 0;
    }
    traffic.exit(uplinks.size() == 0 ? 1000 : first > 0 ? first : second);
    for (int k = 0; k < uplinks.size(); k++) {
      boolean up = works(uplinks, k);
      boolean carries = up && (first > 0 ? !isStandby(k) : true);
      double nominal = uplinks.fact(k, "linkSpeed", 1000);
      double share = carries ? nominal / (first > 0 ? first : second) : 0;
      uplinkState.state(k, up ? "up" : "down");
      speed.set(k, up ? nominal : 0);
      in.set(k, share * traffic.in() * (1 + site.jitter(in.point(k), 0.05, 5)));
      out.set(k, share * traffic.out() * (1 + site.jitter(out.point(k), 0.05, 5)));
    }
  }

  private boolean isStandby(int k) {
    return "standby".equals(uplinks.piece(k).facts().get("role"));
  }

  private void links() {
    for (int k = 0; k < points.size(); k++) {
      boolean on = works(points, k) && radio.on(k);
      channel.set(k, on ? Load.channel(traffic.cellLoad(k)) : 0);
    }
    for (int k = 0; k < switches.size(); k++) {
      boolean up = works(switches, k);
      linkState.state(k, up ? "up" : "down");
      loss.set(k, up ? traffic.loss(k) : 100);
      latency.set(k, up ? traffic.latency(k) : 0);
      site.draw(switches.equipment(k), up ? 45 : 0);
    }
  }

  /** Traffic of the campus. */
  CampusTraffic traffic() {
    return traffic;
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
      stores[k].step(works, traffic.sent(k) > 0 ? traffic.pictures(k) : 1, seconds);
      oldest.set(k, stores[k].oldest());
      free.set(k, stores[k].free());
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
    List.of(stores).forEach(store -> store.save(out));
  }

  void load(ByteReader in) {
    List.of(stores).forEach(store -> store.load(in));
  }
}
