package io.campustwin.codec.layout;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.codec.layout.grounds.LandscapeText;
import io.campustwin.place.crs.Cgcs2000;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a laid-out campus as the text files of a campus folder. */
final class FolderText {
  /** A fictitious place in hills of the 114° zone, in round figures. */
  private static final double EASTING = 512_000;

  private static final double NORTHING = 3_846_000;
  private static final int MERIDIAN = 114;
  private final CampusSpec spec;
  private final Layout layout;
  private final KindCatalogue kinds;
  private final Map<String, String> files = new TreeMap<>();

  FolderText(CampusSpec spec, Layout layout, KindCatalogue kinds) {
    this.spec = spec;
    this.layout = layout;
    this.kinds = kinds;
  }

  Map<String, byte[]> write() {
    files.put("plans/site.geojson", plan(""));
    layout.storeys.forEach(
        storey -> files.put("plans/" + storey.id() + ".geojson", plan(storey.id())));
    files.put("equipment/outdoor.csv", equipment(""));
    spec.buildings()
        .forEach(
            building -> files.put("equipment/" + building.id() + ".csv", equipment(building.id())));
    Map<AdapterKind, StringBuilder> maps = new FieldMaps(spec.id(), kinds, layout).make();
    maps.forEach((adapter, text) -> files.put("field/" + adapter.word() + ".csv", text.toString()));
    files.put("zones.csv", zones());
    files.put("relations.csv", relations());
    files.put("campus.yaml", campus());
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  private String campus() {
    StringBuilder text = new StringBuilder("version: 1\n");
    text.append("id: ").append(spec.id()).append('\n');
    text.append("zh: ").append(spec.name().zh()).append('\n');
    text.append("en: ").append(spec.name().en()).append('\n');
    text.append("simulated: true\nstages: [").append(String.join(", ", spec.stages()));
    text.append("]\nzone: Asia/Shanghai\nframe:\n  wkt: '")
        .append(Cgcs2000.zone(MERIDIAN))
        .append("'\n");
    text.append("  originEasting: ").append(number(EASTING)).append('\n');
    text.append("  originNorthing: ").append(number(NORTHING)).append('\n');
    text.append("facts:\n").append(spec.facts()).append("buildings:\n");
    spec.buildings().forEach(building -> building(text, building));
    text.append("files:\n  plans:\n  - plans/site.geojson\n");
    layout.storeys.forEach(
        storey -> text.append("  - plans/").append(storey.id()).append(".geojson\n"));
    text.append("  equipment:\n  - equipment/outdoor.csv\n");
    spec.buildings()
        .forEach(one -> text.append("  - equipment/").append(one.id()).append(".csv\n"));
    text.append("  field:\n");
    for (String adapter : List.of("bacnet", "mqtt", "opcua")) {
      text.append("  - {file: field/").append(adapter).append(".csv, adapter: ");
      text.append(adapter).append("}\n");
    }
    return text.append("  relations: [relations.csv]\n").toString();
  }

  private void building(StringBuilder text, BuildingSpec building) {
    text.append("- id: ").append(building.id()).append('\n');
    text.append("  zh: ").append(building.name().zh()).append('\n');
    text.append("  en: ").append(building.name().en()).append('\n');
    text.append("  kind: ").append(building.kind()).append('\n');
    text.append(Guides.text(building));
    List<Layout.StoreyBox> storeys = layout.storeys.stream()
        .filter(one -> one.building().equals(building.id()))
        .toList();
    Layout.StoreyBox box = storeys.get(0);
    text.append("  outline: ").append(ring(box.x0(), box.y0(), box.x1(), box.y1(), false));
    text.append("\n  storeys:\n");
    for (Layout.StoreyBox storey : storeys) {
      text.append("  - {id: ").append(storey.id()).append(", level: ").append(storey.level());
      text.append(", zh: ").append(BuildingLayout.levelZh(storey.level()));
      text.append(", en: Storey ").append(storey.level());
      text.append(", elevation: ").append(number(storey.elevation()));
      text.append(", height: ").append(number(storey.height())).append("}\n");
    }
  }

  private String plan(String storey) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
    Map<String, Boolean> here = new LinkedHashMap<>();
    String comma = "";
    for (Room room : layout.rooms) {
      if (room.storey().equals(storey)) {
        here.put(room.id(), true);
        text.append(comma);
        room(text, room);
        comma = ",\n";
      }
    }
    for (Door door : layout.doors) {
      if (here.containsKey(door.from())) {
        text.append(comma);
        door(text, door);
        comma = ",\n";
      }
    }
    if (storey.isEmpty()) {
      layout.landscape.forEach(part -> text.append(",\n").append(LandscapeText.feature(part)));
    }
    return text.append("\n]}\n").toString();
  }

  private static void room(StringBuilder text, Room room) {
    text.append("{\"type\":\"Feature\",\"id\":\"").append(room.id());
    text.append("\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[");
    text.append(ring(room.x0(), room.y0(), room.x1(), room.y1(), true));
    text.append("]},\"properties\":{\"kind\":\"").append(room.kind().word());
    text.append("\",\"zh\":\"").append(room.name().zh());
    text.append("\",\"en\":\"").append(room.name().en()).append('"');
    if (!room.storey().isEmpty()) {
      text.append(",\"storey\":\"").append(room.storey()).append('"');
    }
    text.append(",\"height\":").append(number(room.height()));
    text.append(",\"capacity\":").append(room.capacity());
    text.append(",\"public\":").append(room.isPublic()).append("}}");
  }

  private static void door(StringBuilder text, Door door) {
    text.append("{\"type\":\"Feature\",\"id\":\"").append(door.id());
    text.append("\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[").append(number(door.x()));
    text.append(',').append(number(door.y())).append("]},\"properties\":{\"passage\":\"");
    text.append(door.kind()).append("\",\"from\":\"").append(door.from());
    text.append("\",\"to\":\"").append(door.to()).append("\",\"width\":");
    text.append(number(door.width())).append(",\"exit\":").append(door.exit()).append("}}");
  }

  private static String ring(double x0, double y0, double x1, double y1, boolean closed) {
    String a = pair(x0, y0);
    String rest = pair(x1, y0) + "," + pair(x1, y1) + "," + pair(x0, y1);
    return "[" + a + "," + rest + (closed ? "," + a : "") + "]";
  }

  private static String pair(double x, double y) {
    return "[" + number(x) + "," + number(y) + "]";
  }

  private String equipment(String building) {
    Map<String, Room> rooms = new LinkedHashMap<>();
    layout.rooms.forEach(room -> rooms.put(room.id(), room));
    StringBuilder text = new StringBuilder("id,kind,space,x,y,z,heading,zh,en,public,facts\n");
    for (Piece piece : layout.pieces) {
      Room room = rooms.get(piece.space());
      if (room != null && room.building().equals(building)) {
        text.append(piece.id()).append(',').append(piece.kind()).append(',');
        text.append(piece.space()).append(',').append(number(piece.x())).append(',');
        text.append(number(piece.y())).append(',').append(number(piece.z())).append(',');
        text.append(number(piece.heading())).append(",,,").append(piece.isPublic());
        text.append(',').append(piece.facts()).append('\n');
      }
    }
    return text.toString();
  }

  private String zones() {
    StringBuilder text = new StringBuilder("id,kind,zh,en,members\n");
    for (Layout.ZoneRow zone : layout.zones) {
      text.append(zone.id()).append(',').append(zone.kind()).append(',').append(zone.zh());
      text.append(',').append(zone.en()).append(',').append(zone.members()).append('\n');
    }
    return text.toString();
  }

  private String relations() {
    StringBuilder text = new StringBuilder("kind,from,to\n");
    for (Layout.Link link : layout.links) {
      text.append(link.kind()).append(',').append(link.from()).append(',');
      text.append(link.to()).append('\n');
    }
    return text.toString();
  }

  /** At most two decimals, no trailing zeros. */
  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
