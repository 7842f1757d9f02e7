package io.campustwin.codec;

import io.campustwin.asset.Equipment;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.KindCatalogue;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.Relation;
import io.campustwin.place.Building;
import io.campustwin.place.Landscape;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.Stop;
import io.campustwin.place.Storey;
import io.campustwin.place.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campus while it is read: everything found so far, with the place in the files where each id was declared. */
final class Draft {
  /** Where something is declared. */
  record Where(String file, int line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** A point of the equipment read, before it has its address. */
  record Pending(String id, Equipment equipment, PointTemplate template) {}

  final CampusFiles files;
  final Faults faults = new Faults();
  KindCatalogue kinds;
  final Map<String, Building> buildings = new LinkedHashMap<>();
  final Map<String, Storey> storeys = new LinkedHashMap<>();
  final Map<String, Space> spaces = new LinkedHashMap<>();
  final Map<String, Passage> passages = new LinkedHashMap<>();
  final Map<String, Zone> zones = new LinkedHashMap<>();
  final Map<String, Equipment> equipment = new LinkedHashMap<>();
  final Map<String, Pending> points = new LinkedHashMap<>();
  final Map<String, FieldAddress> addresses = new LinkedHashMap<>();
  final List<Relation> relations = new ArrayList<>();
  final List<Landscape> landscape = new ArrayList<>();
  final List<Stop> tour = new ArrayList<>();
  private final Map<String, Where> places = new LinkedHashMap<>();

  Draft(CampusFiles files, KindCatalogue kinds) {
    this.files = files;
    this.kinds = kinds;
  }

  /** Notes where an id is declared; a fault and false if it is taken or no id at all. */
  boolean declare(String id, String file, int line) {
    if (!io.campustwin.signal.PointId.isValid(id)) {
      faults.add(FaultCode.BAD_ID, file, line, id, id);
      return false;
    }
    Where taken = places.putIfAbsent(id, new Where(file, line));
    if (taken != null) {
      faults.add(FaultCode.DUPLICATE_ID, file, line, id, id, taken);
      return false;
    }
    return true;
  }

  Where where(String id) {
    return places.getOrDefault(id, new Where("campus.yaml", 0));
  }

  void faultAt(String id, FaultCode code, Object... found) {
    Where where = where(id);
    faults.add(code, where.file(), where.line(), id, found);
  }

  /** Bytes of a file, a fault if it is not there. */
  Optional<byte[]> open(String path, String namedIn, int line) {
    Optional<byte[]> bytes = files.find(path);
    if (bytes.isEmpty()) {
      faults.add(FaultCode.MISSING_FILE, namedIn, line, path, path);
    }
    return bytes;
  }
}
