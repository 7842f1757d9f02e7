package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.linkage.window.Mode;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one mode file, of one of two forms:
 *
 * <pre>
 * version: 1
 * id: holiday
 * name: {zh: …, en: …}
 * dates: [{from: 2026-07-10, to: 2026-08-31}]      # both included
 * point: A-OFFICE-PB1.campus.mode                  # or: what this point says ...
 * is: exam                                         # ... must be this
 * </pre>
 */
final class ModeReader {
  private final CampusModel model;
  private final Fields fields;

  ModeReader(CampusModel model, Fields fields) {
    this.model = model;
    this.fields = fields;
  }

  Mode read() {
    fields.only("version", "id", "name", "dates", "point", "is");
    Name name = fields.name();
    boolean byPoint = fields.tree.find("point").isPresent();
    if (byPoint == fields.tree.find("dates").isPresent()) {
      fields.fault(RuleFault.EITHER, fields.tree.line(), "dates", "point");
    }
    return byPoint ? byPoint(name) : new Mode(fields.id, name, spans(), null, null);
  }

  private Mode byPoint(Name name) {
    String text = fields.text("point");
    Optional<Point> point =
        PointId.isValid(text) ? model.findPoint(PointId.of(text)) : Optional.empty();
    if (point.isEmpty()) {
      fields.fault(RuleFault.UNKNOWN_TARGET, fields.tree.lineOf("point"), text);
      return new Mode(fields.id, name, List.of(), null, null);
    }
    return new Mode(
        fields.id,
        name,
        List.of(),
        point.get().id(),
        fields.value("is", point.get().template()));
  }

  private List<Mode.Span> spans() {
    List<Mode.Span> spans = new ArrayList<>();
    for (Tree item : fields.tree.find("dates").map(Tree::items).orElse(List.of())) {
      Fields span = fields.of(item);
      span.only("from", "to");
      LocalDate from = date(span, "from");
      LocalDate to = date(span, "to");
      if (to.isBefore(from)) {
        span.fault(RuleFault.BAD_SPAN, item.lineOf("to"), from, to);
      }
      spans.add(new Mode.Span(from, to));
    }
    return spans;
  }

  private static LocalDate date(Fields span, String key) {
    String text = span.text(key);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException e) {
      span.fault(RuleFault.BAD_DATE, span.tree.lineOf(key), text);
      return LocalDate.EPOCH;
    }
  }
}
