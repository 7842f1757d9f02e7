package io.campustwin.codec;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.place.Scenery;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a campus folder into a checked {@link CampusModel}. Any input gives a reading: a model, or every fault that was
 * found with its file, line and mend; it never throws for what a file says. The format is described in
 * {@code docs/formats.md}; its version stands in {@code campus.yaml}.
 */
public final class CampusReader {
  private static final String KINDS = "kinds.yaml";

  private CampusReader() {}

  public static CampusReading read(CampusFiles files) {
    Draft draft = new Draft(files, KindsReader.bundled());
    Optional<MetaReader.Meta> meta = new MetaReader(draft).read();
    if (meta.isEmpty()) {
      return new CampusReading(null, draft.faults.sorted());
    }
    files
        .find(KINDS)
        .ifPresent(
            bytes -> draft.kinds = KindsReader.read(KINDS, bytes, draft.kinds, draft.faults));
    FieldReader field = new FieldReader(draft);
    parts(draft, meta.get(), field);
    return draft.faults.isEmpty()
        ? new CampusReading(model(draft, meta.get(), field), List.of())
        : new CampusReading(null, draft.faults.sorted());
  }

  private static void parts(Draft draft, MetaReader.Meta meta, FieldReader field) {
    for (MetaReader.Named plan : meta.plans()) {
      open(draft, plan).ifPresent(bytes -> new PlanReader(draft, plan.path()).read(bytes));
    }
    new PlanCheck(draft).check();
    SceneryReader scenery = new SceneryReader(draft);
    scenery.check();
    draft.files.find(SceneryReader.TOUR).ifPresent(scenery::tour);
    SetReader sets = new SetReader(draft);
    draft.files.find(SetReader.ZONES).ifPresent(sets::zones);
    for (MetaReader.Named table : meta.equipment()) {
      open(draft, table).ifPresent(bytes -> new EquipmentReader(draft, table.path()).read(bytes));
    }
    for (MetaReader.Named map : meta.field()) {
      open(draft, map).ifPresent(bytes -> field.read(map, bytes));
    }
    field.missing();
    for (MetaReader.Named table : meta.relations()) {
      open(draft, table).ifPresent(bytes -> sets.relations(table.path(), bytes));
    }
  }

  private static Optional<byte[]> open(Draft draft, MetaReader.Named file) {
    return draft.open(file.path(), MetaReader.FILE, file.line());
  }

  private static CampusModel model(Draft draft, MetaReader.Meta meta, FieldReader field) {
    Campus campus = new Campus(
        meta.id(),
        meta.name(),
        meta.simulated(),
        meta.stages(),
        meta.frame(),
        List.copyOf(draft.buildings.values()),
        List.copyOf(draft.spaces.values()),
        List.copyOf(draft.passages.values()),
        List.copyOf(draft.zones.values()),
        new Scenery(meta.timeZone(), draft.landscape, draft.tour));
    List<Point> points = new ArrayList<>();
    for (Draft.Pending pending : draft.points.values()) {
      field.address(pending.id()).ifPresent(address -> points.add(point(draft, pending, address)));
    }
    return new CampusModel(
        campus,
        draft.kinds.kinds(),
        List.copyOf(draft.equipment.values()),
        points,
        draft.relations,
        meta.facts());
  }

  private static Point point(Draft draft, Draft.Pending pending, FieldAddress address) {
    Name owner = pending.equipment().name();
    Name label = pending.template().label();
    String kind = pending.equipment().kind();
    return new Point(
        PointId.of(pending.id()),
        new Name(owner.zh() + label.zh(), owner.en() + " · " + label.en()),
        pending.template(),
        pending.equipment().id(),
        kind,
        pending.equipment().space(),
        draft.kinds.find(kind).orElseThrow().system(),
        address);
  }
}
