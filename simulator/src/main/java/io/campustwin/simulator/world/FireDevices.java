package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import io.campustwin.simulator.fire.FireController;
import io.campustwin.simulator.fire.FireScene;
import io.campustwin.simulator.fire.Lift;
import io.campustwin.simulator.fire.SmokeHead;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fire detection devices, fed by the smoke of {@link FireScene}, and the certified fire controller with one rule per compartment.
 * Sounders, emergency lights, pressurisation and lifts act in the whole building, doors and exhaust in the compartment.
 * The sounders of a building keep time together. A space in no compartment belongs to one of its storey's own.
 */
final class FireDevices {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double AEROSOL_SECONDS = 6;

  /** m³/h a square metre, and at least, m³/h. */
  private static final double EXHAUST = 60;

  private static final double LEAST_EXHAUST = 15_000;

  /** Extinction that a smoke sensor of a machine room takes for smoke, 1/m. */
  private static final double SMOKY = 0.3;

  private final Site site;
  private final Crowd crowd;
  private final int[] compartment;
  private final List<FireController> controllers = new ArrayList<>();
  private final Fleet detectors;
  private final Fleet.Column detector;
  private final double[] activation;
  private final List<SmokeHead> heads = new ArrayList<>();
  private final FireScene scene;
  private long seen;
  private final Fleet callPoints;
  private final Fleet.Column callPoint;
  private final boolean[] pressed;
  private final Fleet panels;
  private final Fleet.Column panel;
  private final Fleet.Column panelFault;
  private final Fleet hydrants;
  private final Fleet.Column hydrant;
  private final Actuator sounders;
  private final Actuator doors;
  private final Actuator exhausts;
  private final Actuator lights;
  private final Actuator fans;
  private final Fleet.Column sounding;
  private final Set<String> bursting = new HashSet<>();
  private final Fleet lifts;
  private final Fleet.Column liftState;
  private final Fleet.Column liftLevel;
  private final List<Lift> cabins = new ArrayList<>();

  /** Devices of one kind that the controller works. */
  private final class Actuator {
    private final Fleet fleet;
    private final Fleet.Column state;
    private final FireController.Action action;
    private final String rest;
    private final String active;

    private Actuator(
        String kind, String point, FireController.Action action, String rest, String active) {
      this.fleet = new Fleet(site, kind);
      this.state = fleet.column(point);
      this.action = action;
      this.rest = rest;
      this.active = active;
    }

    private void step() {
      for (int k = 0; k < fleet.size(); k++) {
        if (site.faults().isBroken(fleet.equipment(k))) {
          state.state(k, "fault");
        } else if (!site.faults().isStuck(fleet.equipment(k))) {
          state.state(k, demanded(fleet.space(k)) ? active : rest);
        }
      }
    }

    private boolean demanded(int space) {
      if (space < 0) {
        return false;
      }
      return action.isBuildingWide() ? buildingRuns(space, action) : runs(space, action);
    }
  }

  FireDevices(Site site, Crowd crowd) {
    this.site = site;
    this.crowd = crowd;
    compartment = compartments();
    detectors = new Fleet(site, "smoke-detector");
    detector = detectors.column("detector.state");
    activation = new double[detectors.size()];
    Arrays.fill(activation, NEVER);
    for (int k = 0; k < detectors.size(); k++) {
      heads.add(new SmokeHead(
          detectors.space(k), detectors.piece(k).x(), detectors.piece(k).y()));
    }
    scene = new FireScene(site.model().campus(), compartment);
    seen = site.now();
    callPoints = new Fleet(site, "call-point");
    callPoint = callPoints.column("callPoint.state");
    pressed = new boolean[callPoints.size()];
    panels = new Fleet(site, "fire-panel");
    panel = panels.column("panel.state");
    panelFault = panels.column("panel.fault");
    hydrants = new Fleet(site, "hydrant");
    hydrant = hydrants.column("hydrant.pressure");
    sounders = new Actuator("sounder", "sounder.state", FireController.Action.SOUNDER, "off", "on");
    doors = new Actuator("fire-door", "door.fire", FireController.Action.DOOR, "open", "closed");
    exhausts =
        new Actuator("smoke-exhaust", "exhaust.state", FireController.Action.EXHAUST, "off", "on");
    lights = new Actuator(
        "emergency-light", "emergencyLight.state", FireController.Action.LIGHT, "off", "on");
    fans = new Actuator(
        "pressurisation-fan",
        "pressurisation.state",
        FireController.Action.PRESSURISATION,
        "off",
        "on");
    sounding = sounders.fleet.column("sounder.sounding");
    lifts = new Fleet(site, "lift");
    liftState = lifts.column("lift.state");
    liftLevel = lifts.column("lift.level");
    for (int k = 0; k < lifts.size(); k++) {
      cabins.add(new Lift(1));
    }
  }

  private int[] compartments() {
    int[] of = new int[site.spaces().size()];
    Arrays.fill(of, -1);
    List<String> names = new ArrayList<>();
    for (Zone zone : site.model().campus().zones()) {
      if (zone.kind().equals("fire-compartment")) {
        names.add(zone.id());
        zone.spaces().stream()
            .map(site::space)
            .filter(s -> s >= 0)
            .forEach(s -> of[s] = names.size() - 1);
      }
    }
    for (int s = 0; s < of.length; s++) {
      String storey = site.spaces().get(s).storey();
      if (of[s] < 0 && storey != null) {
        if (!names.contains(storey)) {
          names.add(storey);
        }
        of[s] = names.indexOf(storey);
      }
    }
    names.forEach(name -> controllers.add(new FireController(site.options().fireRule())));
    return of;
  }

  void step() {
    burn();
    for (int k = 0; k < detectors.size(); k++) {
      if (site.faults().isBroken(detectors.equipment(k))) {
        detector.state(k, "fault");
      } else if (site.now() >= activation[k] || heads.get(k).isAlarm()) {
        detector.state(k, "alarm");
        controllerOf(detectors.space(k)).detector(detectors.piece(k).id(), site.now());
      } else {
        detector.state(k, "normal");
      }
    }
    for (int k = 0; k < callPoints.size(); k++) {
      boolean broken = site.faults().isBroken(callPoints.equipment(k));
      callPoint.state(k, broken ? "fault" : pressed[k] ? "alarm" : "normal");
      if (pressed[k] && !broken) {
        controllerOf(callPoints.space(k)).callPoint(callPoints.piece(k).id(), site.now());
      }
    }
    sounders.step();
    doors.step();
    exhausts.step();
    lights.step();
    fans.step();
    turns();
    lifts();
    warn();
    panels();
    hydrants();
  }

  /** Sounders of a building start and stop a burst together: the compartment that fired first keeps the time. */
  private void turns() {
    Map<String, FireController> first = new LinkedHashMap<>();
    for (int s = 0; s < compartment.length; s++) {
      String building = site.spaces().get(s).building();
      if (building != null && runs(s, FireController.Action.SOUNDER)) {
        FireController own = controllers.get(compartment[s]);
        first.merge(building, own, (a, b) -> b.fired() < a.fired() ? b : a);
      }
    }
    bursting.clear();
    first.forEach((building, controller) -> {
      if (controller.isBurst(site.now())) {
        bursting.add(building);
      }
    });
    for (int k = 0; k < sounders.fleet.size(); k++) {
      sounding.flag(k, sounders.state.is(k, "on") && isBurst(building(sounders.fleet.space(k))));
    }
  }

  /** True while the sounders of a building give a burst; otherwise the broadcast may speak. */
  boolean isBurst(@Nullable String building) {
    return building != null && bursting.contains(building);
  }

  private @Nullable String building(int space) {
    return space < 0 ? null : site.spaces().get(space).building();
  }

  /** The controller recalls the lifts of the building on fire; the others go on carrying people. */
  private void lifts() {
    for (int k = 0; k < lifts.size(); k++) {
      Lift cabin = cabins.get(k);
      if (site.faults().isBroken(lifts.equipment(k))) {
        liftState.state(k, "fault");
      } else if (!site.faults().isStuck(lifts.equipment(k))) {
        int space = lifts.space(k);
        if (space >= 0 && buildingRuns(space, FireController.Action.LIFT)) {
          cabin.recall(site.now());
        } else {
          cabin.serve(wanted(k));
        }
        liftState.state(k, cabin.state(site.now()).name().toLowerCase(Locale.ROOT));
        liftLevel.set(k, cabin.level(site.now()));
      }
    }
  }

  /** Where people have taken a lift: somewhere else every two minutes. */
  private int wanted(int k) {
    int levels = (int) Math.max(1, lifts.fact(k, "levels", 1));
    long slot = site.now() / 120_000;
    return 1 + (int) (levels * Chance.at(site.options().seed(), 900 + k, slot));
  }

  private void warn() {
    for (int k = 0; k < sounders.fleet.size(); k++) {
      String building = building(sounders.fleet.space(k));
      if (building != null && sounders.state.is(k, "on")) {
        crowd.warn(building);
      }
    }
  }

  private void panels() {
    boolean trouble = false;
    for (int k = 0; k < detectors.size() && !trouble; k++) {
      trouble = site.faults().isBroken(detectors.equipment(k));
    }
    for (int k = 0; k < panels.size(); k++) {
      boolean own = site.faults().isBroken(panels.equipment(k));
      panel.state(k, own ? "fault" : anyAlarm(panels.space(k)) ? "alarm" : "normal");
      panelFault.flag(k, own || trouble);
    }
  }

  /** A panel shows its own building if every building with detectors has a panel of its own, else the campus. */
  private boolean anyAlarm(int space) {
    String building = panels.size() > 1 && space >= 0 ? site.spaces().get(space).building() : null;
    for (int s = 0; s < compartment.length; s++) {
      boolean mine = building == null || building.equals(site.spaces().get(s).building());
      if (mine && compartment[s] >= 0 && controllers.get(compartment[s]).isAlarm()) {
        return true;
      }
    }
    return false;
  }

  private void hydrants() {
    for (int k = 0; k < hydrants.size(); k++) {
      Space space = site.spaces().get(Math.max(0, hydrants.space(k)));
      String storey = space.storey();
      double height = storey == null
          ? 0
          : site.model().findStorey(storey).map(found -> found.elevation()).orElse(0.0);
      hydrant.set(k, 420 - 9.81 * height + site.jitter(hydrant.point(k), 2, 20));
    }
  }

  private FireController controllerOf(int space) {
    int c = space < 0 ? 0 : Math.max(0, compartment[space]);
    return controllers.get(c);
  }

  private boolean runs(int space, FireController.Action action) {
    return compartment[space] >= 0 && controllers.get(compartment[space]).runs(action, site.now());
  }

  private boolean buildingRuns(int space, FireController.Action action) {
    String building = site.spaces().get(space).building();
    if (building == null) {
      return false;
    }
    for (int s = 0; s < compartment.length; s++) {
      if (building.equals(site.spaces().get(s).building()) && runs(s, action)) {
        return true;
      }
    }
    return false;
  }

  /** Smoke spreads and reaches detectors and people. */
  private void burn() {
    double seconds = (site.now() - seen) / 1000.0;
    seen = site.now();
    if (scene.isOn() && seconds > 0) {
      hold();
      scene.step(seconds);
      heads.forEach(head -> head.step(scene, seconds));
      crowd.breathe(scene);
    }
  }

  /** Closed fire doors hold smoke, fans draw it. */
  private void hold() {
    for (int k = 0; k < doors.fleet.size(); k++) {
      int space = doors.fleet.space(k);
      if (space >= 0) {
        scene.seal(compartment[space], doors.state.is(k, "closed"));
      }
    }
    for (int k = 0; k < exhausts.fleet.size(); k++) {
      int space = exhausts.fleet.space(k);
      if (space >= 0) {
        scene.exhaust(space, exhausts.state.is(k, "on") ? drawn(space) : 0);
      }
    }
  }

  /** What a smoke fan must draw at least, m³/s (GB 51251, recalled). */
  private double drawn(int space) {
    return Math.max(LEAST_EXHAUST, EXHAUST * site.spaces().get(space).area()) / 3600;
  }

  /** A fire starts in the middle of a space. */
  void ignite(Happening.Fire fire) {
    scene.ignite(fire.space(), fire.growth());
  }

  void aerosol(String id) {
    for (int k = 0; k < detectors.size(); k++) {
      if (detectors.piece(k).id().equals(id)) {
        activation[k] = Math.min(activation[k], site.now() + 1000 * AEROSOL_SECONDS);
      }
    }
  }

  void press(String id) {
    for (int k = 0; k < callPoints.size(); k++) {
      pressed[k] |= callPoints.piece(k).id().equals(id);
    }
  }

  boolean isSmoky(int space) {
    return space >= 0 && scene.ceiling(space).extinction() > SMOKY;
  }

  void reset() {
    Arrays.fill(activation, NEVER);
    scene.reset();
    heads.forEach(SmokeHead::reset);
    Arrays.fill(pressed, false);
    controllers.forEach(FireController::reset);
  }

  void save(ByteWriter out) {
    out.reals(activation).flags(pressed).whole(seen);
    scene.save(out);
    heads.forEach(head -> head.save(out));
    out.list(new ArrayList<>(new java.util.TreeSet<>(bursting)), ByteWriter::text);
    controllers.forEach(controller -> controller.save(out));
    cabins.forEach(cabin -> cabin.save(out));
  }

  void load(ByteReader in) {
    in.reals(activation);
    in.flags(pressed);
    seen = in.whole();
    scene.load(in);
    heads.forEach(head -> head.load(in));
    bursting.clear();
    bursting.addAll(in.list(ByteReader::text));
    controllers.forEach(controller -> controller.load(in));
    cabins.forEach(cabin -> cabin.load(in));
  }
}
