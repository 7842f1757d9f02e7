package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.interlock.Interlock;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.place.Name;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one interlock file, of one of two forms:
 *
 * <pre>
 * version: 1
 * id: fire-keeps-doors
 * name: {zh: …, en: …}
 * points: {kind: access-door, point: door.lock}
 * keep: [fire, fire-callpoint]             # what these linkages have set stays until they are reset
 * forbid: [false]                          # or: these values are never commanded ...
 * owners: linkages | automatic             # ... by linkages, or by linkages and schedules
 * </pre>
 */
final class InterlockReader {
  private final CampusModel model;
  private final List<Linkage> linkages;
  private final Fields fields;

  InterlockReader(CampusModel model, List<Linkage> linkages, Fields fields) {
    this.model = model;
    this.linkages = linkages;
    this.fields = fields;
  }

  Interlock read() {
    fields.only("version", "id", "name", "points", "keep", "forbid", "owners");
    Name name = fields.name();
    Optional<Fields> points = points();
    Optional<PointTemplate> template = points.flatMap(one -> one.template(model));
    Set<String> keep = keep();
    List<Value> forbid = template.map(this::forbid).orElse(List.of());
    if (keep.isEmpty() == fields.tree.find("forbid").isEmpty()) {
      fields.fault(RuleFault.EITHER, fields.tree.line(), "keep", "forbid");
    }
    Interlock.Owners owners =
        fields.word("owners", Interlock.Owners.class, Interlock.Owners.LINKAGES);
    String kind = points.flatMap(one -> one.tree.text("kind")).orElse("");
    String point = points.flatMap(one -> one.tree.text("point")).orElse("");
    return new Interlock(fields.id, name, kind, point, keep, forbid, owners);
  }

  private Optional<Fields> points() {
    Optional<Fields> points = fields.tree.find("points").map(fields::of);
    if (points.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "points");
    }
    points.ifPresent(one -> one.only("kind", "point"));
    return points;
  }

  private Set<String> keep() {
    Set<String> keep = new LinkedHashSet<>(fields.tree.texts("keep"));
    List<String> known = linkages.stream().map(Linkage::id).toList();
    for (String id : keep) {
      if (!known.contains(id)) {
        int line = fields.tree.lineOf("keep");
        fields.fault(RuleFault.UNKNOWN_LINKAGE, line, id, String.join(", ", known));
      }
    }
    return keep;
  }

  private List<Value> forbid(PointTemplate template) {
    List<Value> values = new ArrayList<>();
    fields
        .tree
        .find("forbid")
        .map(Tree::items)
        .orElse(List.of())
        .forEach(item -> values.add(fields.value(item, template)));
    return values;
  }
}
