package io.campustwin.codec.layout;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.asset.PointTemplate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the device maps of a laid-out campus: one BACnet panel a storey, one OPC UA folder a trade, one MQTT device a
 * piece. Some points have another unit on the wire than in the twin, as real devices do.
 */
final class FieldMaps {
  private static final String HEADING = "point,device,address,rawUnit\n";
  private static final Map<String, String> RAW = Map.of(
      "chiller.supply.temperature", "°F",
      "chiller.return.temperature", "°F",
      "air-handler.filter.dp", "kPa",
      "electric-meter.meter.power", "W",
      "water-meter.pipe.pressure", "bar",
      "hydrant.hydrant.pressure", "MPa",
      "uplink.uplink.in", "kbps",
      "uplink.uplink.out", "kbps",
      "weather-station.wind.speed", "km/h",
      "dormitory-room.room.power", "W");
  private final String campus;
  private final KindCatalogue kinds;
  private final Layout layout;
  private final Map<String, Integer> panels = new LinkedHashMap<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private final Map<AdapterKind, StringBuilder> maps = new LinkedHashMap<>();

  FieldMaps(String campus, KindCatalogue kinds, Layout layout) {
    this.campus = campus;
    this.kinds = kinds;
    this.layout = layout;
    for (AdapterKind adapter :
        new AdapterKind[] {AdapterKind.BACNET, AdapterKind.MQTT, AdapterKind.OPCUA}) {
      maps.put(adapter, new StringBuilder(HEADING));
    }
  }

  /** Text of each adapter's map. */
  Map<AdapterKind, StringBuilder> make() {
    Map<String, Room> rooms = new HashMap<>();
    layout.rooms.forEach(room -> rooms.put(room.id(), room));
    for (Piece piece : layout.pieces) {
      EquipmentKind kind = kinds.find(piece.kind()).orElseThrow();
      AdapterKind adapter = kinds.adapter(piece.kind()).orElseThrow();
      Room room = rooms.get(piece.space());
      if (room == null) {
        throw new IllegalStateException("no room " + piece.space());
      }
      kind.points().forEach(point -> row(piece, room, kind, adapter, point));
    }
    return maps;
  }

  private void row(
      Piece piece, Room room, EquipmentKind kind, AdapterKind adapter, PointTemplate point) {
    String id = piece.id() + "." + point.name();
    String device =
        switch (adapter) {
          case BACNET -> panel(room);
          case OPCUA -> folder(kind, room);
          default -> piece.id();
        };
    String address =
        switch (adapter) {
          case BACNET -> object(device, point);
          case OPCUA -> "ns=1;s=" + id;
          default -> "campus/" + campus + "/" + piece.id() + "/" + point.name();
        };
    String raw = RAW.getOrDefault(kind.key() + "." + point.name(), point.unit());
    StringBuilder map = maps.get(adapter);
    if (map != null) {
      map.append(id).append(',').append(device).append(',').append(address);
      map.append(',').append(raw).append('\n');
    }
  }

  private static String panel(Room room) {
    return room.building().isEmpty() ? "BAC-OUT" : "BAC-" + room.building() + room.level();
  }

  private String object(String panel, PointTemplate point) {
    int instance = panels.computeIfAbsent(panel, key -> 1001 + panels.size());
    String type = objectType(point);
    int number = objects.merge(panel + type, 1, Integer::sum);
    return instance + "/" + type + "/" + number;
  }

  private static String objectType(PointTemplate point) {
    String way = point.writable() ? "-output" : "-input";
    return switch (point.type()) {
      case BOOL -> "binary" + way;
      case ENUM -> "multi-state" + way;
      default -> "analog" + way;
    };
  }

  private static String folder(EquipmentKind kind, Room room) {
    return switch (kind.system()) {
      case "fire.alarm", "lighting" -> "OPC-FIRE";
      case "machine-room" -> "OPC-MACHINE-ROOM";
      case "hvac" ->
        kind.key().equals("fan-coil") ? "OPC-" + room.building() + "-HVAC" : "OPC-PLANT";
      default -> "OPC-METERS";
    };
  }
}
