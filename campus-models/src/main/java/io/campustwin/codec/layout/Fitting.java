package io.campustwin.codec.layout;

import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.SpaceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts equipment into laid-out rooms: what a room of a kind has, and where each piece stands in it. */
final class Fitting {
  /** Where a kind stands: fractions across the room from west and from the wall opposite the door; height in m. */
  private record Spot(double x, double y, double z) {}

  private static final Map<SpaceKind, String> ROOMS = new EnumMap<>(SpaceKind.class);
  private static final Map<String, Spot> SPOTS = new HashMap<>();
  private static final Spot WALL = new Spot(0.5, 0.9, 2.4);

  static {
    ROOMS.put(SpaceKind.CLASSROOM, "LG LG RC FC AQ IP CB AT SD");
    ROOMS.put(SpaceKind.LABORATORY, "LG LG RC FC AQ IP CB SD AP CA EL AD");
    ROOMS.put(SpaceKind.COMPUTER_ROOM, "LG LG RC FC AQ IP CL SD AP CA EL AD");
    ROOMS.put(SpaceKind.ART_ROOM, "LG LG RC FC AQ IP SD");
    ROOMS.put(SpaceKind.MUSIC_ROOM, "LG LG RC FC AQ IP SD");
    ROOMS.put(SpaceKind.ACTIVITY_ROOM, "LG LG RC FC AQ IP SD PC");
    ROOMS.put(SpaceKind.LIBRARY, "LG LG LG LG RC FC FC AQ PS SD SD AP AP PC CA EL AD");
    ROOMS.put(SpaceKind.HALL, "LG LG LG LG RC FC FC AQ PS SD SD AP AP PC CA CA EL EL AD");
    ROOMS.put(SpaceKind.MEETING_ROOM, "LG RC FC AQ IP SD AP");
    ROOMS.put(SpaceKind.OFFICE, "LG FC SD");
    ROOMS.put(SpaceKind.TOILET, "LG");
    ROOMS.put(SpaceKind.STORE, "LG SD IZ");
    ROOMS.put(SpaceKind.CANTEEN, "LG LG LG LG RC FC FC AQ PS SD SD SD SD AP AP PC CA CA CA EL EL");
    ROOMS.put(SpaceKind.KITCHEN, "LG LG KM KM GM WM SD AH CA EL");
    ROOMS.put(SpaceKind.DORMITORY, "LG DR SD");
    ROOMS.put(SpaceKind.MACHINE_ROOM, "LG MR SD AD");
    ROOMS.put(SpaceKind.PLANT_ROOM, "LG SD WM AD");
    ROOMS.put(SpaceKind.CONTROL_ROOM, "LG RC FC SD PB AD CA");
    ROOMS.put(SpaceKind.CORRIDOR, "LG SD SD CP CP SO FD SE HY EL EL CA CA ES ES BZ AP AP EM PP");
    ROOMS.put(SpaceKind.STAIR, "EL SD FD");
    spot("LG", 0.5, 0.5, 3.0);
    spot("FC", 0.5, 0.3, 2.9);
    spot("SD", 0.5, 0.6, 3.1);
    spot("AP", 0.6, 0.5, 3.0);
    spot("RC", 0.15, 0.98, 1.3);
    spot("AQ", 0.98, 0.5, 1.5);
    spot("IP", 0.02, 0.5, 1.4);
    spot("CB", 0.2, 0.98, 1.5);
    spot("AT", 0.25, 0.98, 1.3);
    spot("CA", 0.03, 0.05, 2.8);
    spot("EL", 0.3, 0.95, 2.5);
  }

  private final KindCatalogue kinds;
  private final Layout layout;
  private final Map<String, String> keyOf = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Fitting(KindCatalogue kinds, Layout layout) {
    this.kinds = kinds;
    this.layout = layout;
    kinds.kinds().keySet().forEach(key -> kinds.code(key).ifPresent(code -> keyOf.put(code, key)));
  }

  private static void spot(String code, double x, double y, double z) {
    SPOTS.put(code, new Spot(x, y, z));
  }

  /** Everything a room of its kind has. */
  void furnish(Room room) {
    List<String> codes = List.of(ROOMS.getOrDefault(room.kind(), "LG").split(" "));
    Map<String, Integer> placed = new HashMap<>();
    for (String code : codes) {
      if (code.equals("AD")) {
        continue;
      }
      int index = placed.merge(code, 1, Integer::sum) - 1;
      int count = (int) codes.stream().filter(code::equals).count();
      Spot spot = SPOTS.getOrDefault(code, WALL);
      boolean spread = count > 1;
      double x = spread ? (index + 0.5) / count : spot.x();
      if (code.equals("CA") && spread) {
        x = index == 0 ? 0.02 : index == 1 ? 0.98 : 0.5;
      }
      double heading = code.equals("CA") ? heading(room, x) : 0;
      put(room, code, room.x(x), room.y(spot.y()), spot.z(), heading, facts(room, code, count));
    }
    if (codes.contains("AD")) {
      guard(room, layout.door(room.id() + "-D1"));
    }
  }

  /** Cameras look along corridors and into rooms, away from the wall they hang on. */
  private static double heading(Room room, double x) {
    if (room.kind() == SpaceKind.CORRIDOR) {
      return x < 0.5 ? 90 : 270;
    }
    double inward = room.doorNorth() ? 0 : 180;
    if (x < 0.4) {
      return room.doorNorth() ? 45 : 135;
    }
    return x > 0.6 ? (room.doorNorth() ? 315 : 225) : inward;
  }

  /** An access door in a passage. */
  void guard(Room room, Door door) {
    Piece piece = put(room, "AD", door.x(), door.y(), 1.1, 0, "passage=" + door.id());
    layout.links.add(new Layout.Link("guards", piece.id(), door.id()));
  }

  /** One piece at a place in local metres. Its id is the space's, the code and its number there. */
  Piece put(Room room, String code, double x, double y, double z, double heading, String facts) {
    String key = keyOf.get(code);
    EquipmentKind kind = kinds.find(String.valueOf(key)).orElseThrow();
    int number = counts.merge(room.id() + "-" + code, 1, Integer::sum);
    boolean isPublic = room.isPublic() && kind.points().stream().anyMatch(PointTemplate::isPublic);
    Piece piece = new Piece(
        room.id() + "-" + code + number, kind.key(), room.id(), x, y, z, heading, isPublic, facts);
    layout.pieces.add(piece);
    if (code.equals("CA")) {
      layout.links.add(new Layout.Link("observes", piece.id(), room.id()));
    }
    if (code.equals("FC") || code.equals("LG")) {
      layout.links.add(new Layout.Link("serves", piece.id(), room.id()));
    }
    return piece;
  }

  /** Building D, where the demo school sleeps, is far from the plant room: its units share an outdoor unit of their own. */
  private static String refrigerant(Room room) {
    return room.building().equals("D") ? "; source=vrf; outdoor=D" : "";
  }

  private static String facts(Room room, String code, int count) {
    long share = Math.round(room.area() / count);
    return switch (code) {
      case "LG" -> "ratedPower=" + share * 8;
      case "FC" ->
        String.format(
            Locale.ROOT,
            "ratedPower=%d; cooling=%d; heating=%d%s",
            Math.max(60, share * 3),
            share * 180,
            share * 150,
            refrigerant(room));
      case "CA" ->
        room.kind() == SpaceKind.CORRIDOR ? "fieldOfView=50; range=45" : "fieldOfView=90; range=16";
      case "IP" -> "sizeInches=86; touch=true";
      case "CL" -> "seats=" + room.capacity();
      case "AP" -> "range=15";
      case "DR" -> "beds=" + room.capacity();
      case "EM" -> "carrier=electric; covers=" + room.storey();
      case "PB" -> "mount=desk";
      default -> "";
    };
  }
}
