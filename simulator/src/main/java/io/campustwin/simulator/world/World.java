package io.campustwin.simulator.world;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Name;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.ahead.Follower;
import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.fault.Wire;
import io.campustwin.simulator.fire.BadFire;
import io.campustwin.simulator.network.CampusTraffic;
import io.campustwin.simulator.people.ExodusReport;
import io.campustwin.simulator.plant.HeatStation;
import io.campustwin.simulator.plant.PlantBalance;
import io.campustwin.simulator.power.CampusPower;
import io.campustwin.simulator.water.CampusWater;
import io.campustwin.simulator.weather.Weather;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The virtual campus. It knows no clock but the one handed in, and the same seed, start and calls give the same state.
 * A second passes in a fixed order: faults and slow actuators, people, light, plant, terminals, fire, emergency,
 * doors, network, sensors, meters; heat and air of rooms and the weather move once a minute. Not safe for threads.
 */
public final class World {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60_000;
  private static final int REMEMBERED = 65_536;
  private static final int VERSION = 2;
  private final Site site;
  private final Wire wire;
  private final Reporter reporter;
  private final Crowd crowd;
  private final Lighting lighting;
  private final Climate climate;
  private final Plant plant;
  private final Terminals terminals;
  private final FireDevices fire;
  private final Emergency emergency;
  private final Security security;
  private final NetworkDevices network;
  private final Sensors sensors;
  private final Meters meters;
  private final Map<String, Boolean> done = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  };

  private World(CampusModel model, WorldOptions options, Follower follower) {
    site = new Site(model, options, follower);
    wire = new Wire(model, site.faults().board(), options.seed());
    reporter = new Reporter(site.table(), site.faults(), wire);
    crowd = new Crowd(site);
    lighting = new Lighting(site);
    climate = new Climate(site);
    plant = new Plant(site);
    terminals = new Terminals(site);
    fire = new FireDevices(site, crowd);
    emergency = new Emergency(site, crowd, fire);
    security = new Security(site, crowd);
    network = new NetworkDevices(site);
    sensors = new Sensors(site, fire);
    meters = new Meters(site);
    java.util.Arrays.fill(site.rooms().co2, 420);
    java.util.Arrays.fill(site.rooms().air, 18);
    climate.warmUp();
    pass(1, false);
  }

  /** A world at its start time, settled on three days of weather before. */
  public static World of(CampusModel model, WorldOptions options) {
    return new World(model, options, Follower.none(model.campus().spaces().size()));
  }

  /**
   * A world as a twin says its campus is, at the end of the past; see {@link Follower} for how, and for what is not known.
   *
   * @param options start does not count; the weather is what comes after the past
   */
  public static World initialise(CampusModel model, WorldOptions options, Past past) {
    Follower follower = Follower.of(past, model.campus().spaces().size());
    World world = new World(model, options.after(past), follower);
    world.follow(past);
    return world;
  }

  private void follow(Past past) {
    while ((site.now() / MINUTE + 1) * MINUTE <= past.to()) {
      past.commands(site.now(), (id, value) -> site.table().put(site.table().find(id), value));
      stride();
    }
    step(past.to());
    past.newest((id, value) -> site.table().put(site.table().find(id), value));
    climate.free();
    meters.goOn();
    security.goOn();
    sensors.goOn();
    site.follower().hold(site.occupancy().partEnd(site.now()));
    crowd.step();
  }

  /** Forgets what history told: walls as warm as the air, fresh air, nobody. What an estimate is held against. */
  public void forget() {
    climate.forget();
    site.follower().clear();
    crowd.step();
  }

  /** Mean temperature of the walls and furniture of a space, by its index in the campus, °C. */
  public double mass(int index) {
    return climate.mass(index);
  }

  /** What it was started with. */
  public WorldOptions options() {
    return site.options();
  }

  /**
   * A space as it truly is.
   *
   * @param temperature °C
   * @param co2 ppm
   * @param illuminance on desks, lx
   * @param plantWatts heat that plant puts in, negative for cold, W
   * @param socketWatts electricity of small things without a point of their own, W
   */
  public record SpaceState(
      double temperature,
      double co2,
      int people,
      double illuminance,
      double plantWatts,
      double socketWatts) {}

  /** Virtual time, epoch ms. */
  public long now() {
    return site.now();
  }

  /** Lets time pass up to {@code now}, second by second. */
  public void step(long now) {
    while (site.now() + SECOND <= now) {
      long before = site.now();
      site.clock(before + SECOND);
      pass(1, site.now() / MINUTE != before / MINUTE);
    }
  }

  /**
   * Lets time pass up to the next full minute in one go: rooms, air and weather as in {@link #step}, devices once
   * instead of sixty times. For long runs; while people leave a building every second counts and none is skipped.
   */
  public void stride() {
    long next = (site.now() / MINUTE + 1) * MINUTE;
    if (crowd.isLeaving()) {
      step(next);
      return;
    }
    double seconds = (next - site.now()) / 1000.0;
    site.clock(next);
    pass(seconds, true);
  }

  private void pass(double seconds, boolean minute) {
    site.faults().board().step(site.now());
    site.table().settle(site.now());
    crowd.step();
    if (minute) {
      site.lookUp(site.now());
    }
    lighting.step();
    if (minute) {
      plant.minute(MINUTE / 1000.0);
      climate.step(MINUTE / 1000.0);
    }
    plant.step(seconds);
    terminals.step();
    fire.step();
    emergency.step(network.isMainUp());
    security.step();
    network.step(seconds);
    sensors.step(seconds);
    meters.burn(plant.fuel());
    meters.step(seconds);
  }

  /** Hands on a sample of every point that is due at {@code now}, in the order of the model. */
  public void due(long now, Consumer<Sample> to) {
    reporter.due(now, to);
  }

  /** The present sample of one point, for showing the effect of a write at once; nothing if its device is silent. */
  public void show(PointId id, long now, Consumer<Sample> to) {
    int i = site.table().find(id);
    if (i >= 0) {
      reporter.report(i, now, to);
    }
  }

  /**
   * A device receives a write. The same command id acts once. A null value gives the point back to its rest value.
   *
   * @param device as in the device map; empty if the caller does not know it
   */
  public WriteOutcome write(String device, FieldWrite write) {
    int i = site.table().find(write.point());
    if (i < 0) {
      return WriteOutcome.of(
          WriteOutcome.Kind.UNKNOWN_POINT, "no point " + write.point() + " here");
    }
    Point point = site.table().point(i);
    if (!device.isEmpty() && !device.equals(point.address().device())) {
      return WriteOutcome.of(
          WriteOutcome.Kind.UNKNOWN_POINT, write.point() + " is not a point of " + device);
    }
    if (site.faults().isSilent(point.address().device())
        || site.faults().isMute(i)
        || wire.losesWrite(i)) {
      return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, point.address().device() + " is silent");
    }
    Value value = write.value() == null ? point.template().restValue() : write.value();
    Optional<String> objection = PointTable.objection(point.template(), value);
    if (objection.isPresent()) {
      return WriteOutcome.of(WriteOutcome.Kind.REFUSED, write.point() + ": " + objection.get());
    }
    boolean again = !write.commandId().isEmpty() && done.put(write.commandId(), true) != null;
    if (!again && value != null && moves(i, point, value)) {
      long when = site.now() + PointTable.slowness(point, value) + site.faults().late(i);
      site.table().want(i, value, when, site.now());
      emergency.request(i, value instanceof Value.Text text ? text.text() : "");
    }
    return WriteOutcome.ACKNOWLEDGED;
  }

  /** A stuck actuator does not move; a dead speaker still takes its orders. */
  private boolean moves(int i, Point point, Value value) {
    if (site.faults().isRestless(i) && value.equals(point.template().restValue())) {
      return false;
    }
    boolean stuck = site.faults().isStuck(site.equipment(point.equipment()));
    return !stuck || point.equipmentKind().equals("broadcast-zone");
  }

  public Faults faults() {
    return site.faults();
  }

  /**
   * Something happens.
   *
   * @return why it cannot, empty if it did
   */
  public Optional<Name> happen(Happening happening) {
    String target = target(happening);
    if (!target.isEmpty() && !isKnown(happening, target)) {
      return Optional.of(new Name("没有“" + target + "”", "there is no '" + target + "'"));
    }
    if (happening instanceof Happening.Fire it) {
      return ignite(it);
    } else if (happening instanceof Happening.Aerosol it) {
      fire.aerosol(it.detector());
    } else if (happening instanceof Happening.Press it) {
      fire.press(it.equipment());
      emergency.press(it.equipment());
    } else if (happening instanceof Happening.Intrude it) {
      security.intrude(it.equipment());
    } else if (happening instanceof Happening.Block it) {
      crowd.block(it.passage());
    } else {
      fire.reset();
      emergency.reset();
      crowd.allClear();
      meters.supply().reclose();
    }
    return Optional.empty();
  }

  private Optional<Name> ignite(Happening.Fire it) {
    try {
      fire.ignite(it);
      return Optional.empty();
    } catch (BadFire bad) {
      return Optional.of(bad.reason());
    }
  }

  private static String target(Happening happening) {
    if (happening instanceof Happening.Fire it) {
      return it.space();
    } else if (happening instanceof Happening.Aerosol it) {
      return it.detector();
    } else if (happening instanceof Happening.Press it) {
      return it.equipment();
    } else if (happening instanceof Happening.Intrude it) {
      return it.equipment();
    }
    return happening instanceof Happening.Block it ? it.passage() : "";
  }

  private boolean isKnown(Happening happening, String target) {
    if (happening instanceof Happening.Fire) {
      return true;
    }
    if (happening instanceof Happening.Block) {
      return site.model().campus().passages().stream().anyMatch(p -> p.id().equals(target));
    }
    return site.equipment(target) >= 0;
  }

  /** The true value of a point, whatever its device says; empty if there is none. */
  public Optional<Value> find(PointId id) {
    int i = site.table().find(id);
    return i < 0 ? Optional.empty() : Optional.of(site.table().value(i));
  }

  /** What a space is like, by its index in the campus. */
  public SpaceState space(int index) {
    Rooms rooms = site.rooms();
    return new SpaceState(
        rooms.air[index],
        rooms.co2[index],
        rooms.people[index],
        rooms.lux[index],
        rooms.plantWatts[index],
        meters.sockets(index));
  }

  /** Outdoor air that a space got in the last minute by leaks, windows and fans, by its index in the campus, m³/s. */
  public double outdoorAir(int index) {
    return climate.outdoorAir(index);
  }

  /** Persons in a space, by its index in the campus. */
  public int people(int index) {
    return site.rooms().people[index];
  }

  /** Heat that air, walls and things of all rooms hold, J. */
  public double storedHeat() {
    return climate.heat().stored();
  }

  /** Heat that all rooms gained in the last minute, W. */
  public double gainedHeat() {
    double sum = 0;
    for (int r = 0; r < climate.heat().size(); r++) {
      sum += climate.heat().gained(r);
    }
    return sum;
  }

  /** What warms the water of the campus. */
  public HeatStation station() {
    return plant.station();
  }

  /** Heat, cold and air that plant made, moved and gave in the last minute. */
  public PlantBalance plant() {
    return plant.balance(climate.delivered());
  }

  /** Electricity that a piece of equipment draws, by its index in the model, W. */
  public double drawn(int equipment) {
    return site.load(equipment);
  }

  /** Circuits, their flows and what is without power, as after the last step. */
  public CampusPower power() {
    return meters.supply();
  }

  /** Flows of water, pressures and the store of hot water, as after the last step. */
  public CampusWater water() {
    return meters.pipes();
  }

  /** Light on the board of a space, by its index in the campus, lx. */
  public double board(int index) {
    return lighting.board(index);
  }

  /** Daylight factor on the desks of a space, by its index in the campus. */
  public double daylightFactor(int index) {
    return lighting.daylightFactor(index);
  }

  /** Flows of data, as after the last step. */
  public CampusTraffic traffic() {
    return network.traffic();
  }

  public Weather.Conditions weather() {
    return site.sky();
  }

  /** Persons inside a building now. */
  public int inside(String building) {
    return crowd.inside(building);
  }

  /** Persons who were in the buildings when they began to leave. */
  public int leavers() {
    return crowd.started();
  }

  /** Persons who came out of those buildings. */
  public int assembled() {
    return crowd.assembled();
  }

  /** What the leaving of a building showed so far; empty if it was not told to leave. */
  public Optional<ExodusReport> exodus(String building) {
    return crowd.isLeaving(building) ? Optional.of(crowd.report(building)) : Optional.empty();
  }

  /** True once the people of a building are leaving. */
  public boolean isLeaving(String building) {
    return crowd.isLeaving(building);
  }

  /** The whole state at this moment; equal worlds give equal bytes. */
  public byte[] save() {
    ByteWriter out = new ByteWriter();
    out.u8(VERSION).text(site.model().campus().id());
    out.whole(site.options().seed()).whole(site.options().startMillis());
    site.save(out);
    wire.save(out);
    reporter.save(out);
    out.list(List.copyOf(done.keySet()), ByteWriter::text);
    crowd.save(out);
    climate.save(out);
    plant.save(out);
    fire.save(out);
    emergency.save(out);
    security.save(out);
    network.save(out);
    sensors.save(out);
    meters.save(out);
    return out.toBytes();
  }

  /**
   * A world that goes on bit for bit where another was saved.
   *
   * @param options those the other was started with; weather is not among the bytes
   * @throws io.campustwin.engine.bytes.BadBytes if the bytes are damaged or of another campus, seed or start
   */
  public static World restore(CampusModel model, WorldOptions options, byte[] bytes) {
    World world = of(model, options);
    world.load(new ByteReader(bytes));
    return world;
  }

  private void load(ByteReader in) {
    boolean same = in.u8() == VERSION
        && in.text().equals(site.model().campus().id())
        && in.whole() == site.options().seed()
        && in.whole() == site.options().startMillis();
    if (!same) {
      throw new BadBytes("saved from another campus, seed, start or version of the world");
    }
    site.load(in);
    wire.load(in, sample -> site.table().find(sample.point()));
    reporter.load(in);
    done.clear();
    in.list(ByteReader::text).forEach(id -> done.put(id, true));
    crowd.load(in);
    climate.load(in);
    plant.load(in);
    fire.load(in);
    emergency.load(in);
    security.load(in);
    network.load(in);
    sensors.load(in);
    meters.load(in);
    in.done();
  }
}
