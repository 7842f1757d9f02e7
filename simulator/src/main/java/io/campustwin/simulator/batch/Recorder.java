package io.campustwin.simulator.batch;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.world.World;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Means over a step from looks once a minute, written as rows; the hash is SHA-256 over all lines with their tables. */
final class Recorder {
  private static final int ROOM_FIGURES = 6;
  private static final int SKY_FIGURES = 8;
  private final World world;
  private final ZoneId zone;
  private final Table.Sink sink;
  private final List<Space> spaces;
  private final List<PointId> meters;
  private final List<String> equipment;
  private final double[] rooms;
  private final double[] sky = new double[SKY_FIGURES];
  private final double[] reading;
  private final Map<Table, Integer> counts = new EnumMap<>(Table.class);
  private final MessageDigest digest;
  private int looks;
  private long since;

  Recorder(CampusModel model, World world, ZoneId zone, Table.Sink sink) {
    this.world = world;
    this.zone = zone;
    this.sink = sink;
    spaces = model.campus().spaces();
    equipment = model.equipment().stream()
        .filter(piece -> piece.kind().equals("electric-meter"))
        .map(Equipment::id)
        .toList();
    meters = equipment.stream().map(id -> PointId.of(id + ".meter.energy")).toList();
    rooms = new double[spaces.size() * ROOM_FIGURES];
    reading = meters.stream().mapToDouble(this::energy).toArray();
    since = world.now();
    digest = sha256();
    for (Table table : Table.values()) {
      line(table, table.head());
      counts.put(table, 0);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private double energy(PointId meter) {
    return world.find(meter).orElse(Value.of(0)) instanceof Value.Num num ? num.number() : 0;
  }

  /** Takes the present into the means. */
  void look() {
    looks++;
    for (int s = 0; s < spaces.size(); s++) {
      World.SpaceState state = world.space(s);
      int at = s * ROOM_FIGURES;
      rooms[at] += state.temperature();
      rooms[at + 1] += state.co2();
      rooms[at + 2] += state.people();
      rooms[at + 3] += state.illuminance();
      rooms[at + 4] += state.plantWatts();
      rooms[at + 5] += world.board(s);
    }
    Weather.Conditions now = world.weather();
    sky[0] += now.temperature();
    sky[1] += now.humidity();
    sky[2] += now.wind();
    sky[3] += now.rain();
    sky[4] += now.directNormal();
    sky[5] += now.diffuse();
    sky[6] += now.global();
    sky[7] += now.pm25();
  }

  /** Ends a step: writes its rows and begins the next. */
  void write() {
    String time = time();
    for (int s = 0; s < spaces.size(); s++) {
      if (spaces.get(s).building() != null) {
        row(Table.ROOMS, time + "," + spaces.get(s).id() + room(s * ROOM_FIGURES));
      }
    }
    double hours = (world.now() - since) / 3_600_000.0;
    for (int k = 0; k < meters.size(); k++) {
      double energy = energy(meters.get(k));
      String power = number((energy - reading[k]) / hours, 3);
      row(Table.METERS, time + "," + equipment.get(k) + "," + power + "," + number(energy, 3));
      reading[k] = energy;
    }
    StringBuilder line = new StringBuilder(time);
    for (double sum : sky) {
      line.append(',').append(number(sum / looks, 2));
    }
    row(Table.WEATHER, line.toString());
    Arrays.fill(rooms, 0);
    Arrays.fill(sky, 0);
    looks = 0;
    since = world.now();
  }

  /** Local time now, as rows show it. */
  private String time() {
    return Instant.ofEpochMilli(world.now())
        .atZone(zone)
        .toOffsetDateTime()
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  /** A row of the hub, if there is one: its cells behind the time, with the comma before them. */
  void hub(String cells) {
    if (!cells.isEmpty()) {
      row(Table.HUB, time() + cells);
    }
  }

  private String room(int at) {
    return "," + number(rooms[at] / looks, 2)
        + "," + number(rooms[at + 1] / looks, 0)
        + "," + number(rooms[at + 2] / looks, 1)
        + "," + number(rooms[at + 3] / looks, 0)
        + "," + number(rooms[at + 4] / looks, 0)
        + "," + number(rooms[at + 5] / looks, 0);
  }

  /** Fixed decimals without a locale. */
  static String number(double value, int decimals) {
    long scale = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
    return BigDecimal.valueOf(Math.round(value * scale), decimals).toPlainString();
  }

  private void row(Table table, String line) {
    counts.merge(table, 1, Integer::sum);
    line(table, line);
  }

  private void line(Table table, String line) {
    digest.update((table.file() + ":" + line + "\n").getBytes(StandardCharsets.UTF_8));
    sink.line(table, line);
  }

  /** Rows of each table. */
  Map<Table, Integer> counts() {
    return counts;
  }

  /** 64 hexadecimal digits; nothing can be written afterwards. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
