package io.campustwin.server.web.api;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.place.Name;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Request;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the body of a command strictly: every fault is refused by name before anything happens. */
final class CommandReader {
  private static final Name POINT = new Name("点位", "point");
  private static final int MANUAL_OPERATOR = 8;

  private final Twin twin;

  CommandReader(Twin twin) {
    this.twin = twin;
  }

  CommandRequest read(Request request) {
    if (request.principal().isVisitor()) {
      throw Refusals.signIn();
    }
    Fields fields =
        request.fields("id", "target", "value", "priority", "reason", "expires", "deadline");
    if (!fields.has("value")) {
      throw Refusals.badField("value", "缺失；null 表示释放", "is missing; null relinquishes");
    }
    String id = fields.findText("id", 64).orElseGet(() -> UUID.randomUUID().toString());
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw Refusals.badField("id", "只能含字母、数字、_ 和 -", "may hold letters, digits, _ and - only");
    }
    int priority = fields.has("priority") ? fields.integer("priority", 1, 16) : MANUAL_OPERATOR;
    Object raw = fields.raw("value");
    List<Point> points = targets(request, fields, raw);
    return new CommandRequest(
        id,
        request.principal().name(),
        points.stream().map(Point::id).toList(),
        raw == null ? null : PointValues.read(points.get(0).template(), raw),
        priority,
        fields.findText("reason", 200).orElse(""),
        future(fields, "expires"),
        future(fields, "deadline"));
  }

  private long future(Fields fields, String name) {
    long time = fields.time(name);
    if (time != 0 && time <= twin.now()) {
      throw Refusals.badField(name, "已经过去", "lies in the past");
    }
    return time;
  }

  private List<Point> targets(Request request, Fields fields, @Nullable Object raw) {
    if (!(fields.raw("target") instanceof JsonObject json)) {
      throw Refusals.badField(
          "target", "必须是 {\"point\":…} 或 {\"query\":…}", "must be {\"point\":…} or {\"query\":…}");
    }
    Fields target = Fields.of(json, Set.of("point", "query"));
    if (target.has("point") == target.has("query")) {
      throw Refusals.badField(
          "target", "须且仅须含 point 或 query 之一", "must hold either 'point' or 'query'");
    }
    if (target.has("point")) {
      return List.of(one(request, target.text("point", 96), raw));
    }
    return many(Targets.select(twin.model(), narrowed(target.raw("query"))), raw);
  }

  private Point one(Request request, String id, @Nullable Object raw) {
    Point point = (PointId.isValid(id)
            ? twin.model().findPoint(PointId.of(id))
            : java.util.Optional.<Point>empty())
        .orElseThrow(() -> Refusals.unknown(POINT, id));
    request.require(Action.VIEW, Target.of(twin.model(), point), id);
    if (!point.template().writable()) {
      throw Refusals.of(
          422,
          "not-writable",
          "点位“" + id + "”只读；请选择 writable 为 true 的点位",
          "point '" + id + "' is read-only; choose one with writable true");
    }
    if (raw != null) {
      PointValues.read(point.template(), raw);
    }
    return point;
  }

  /** A query without a condition would command the whole campus; nobody means that. */
  private static @Nullable Object narrowed(@Nullable Object query) {
    boolean open = query instanceof String text && text.isBlank()
        || query instanceof JsonObject json && json.isEmpty();
    if (open) {
      throw Refusals.badField(
          "query",
          "没有任何条件；请至少给出一个，如 building:A",
          "holds no condition; give one at least, such as building:A");
    }
    return query;
  }

  /** Of the points selected, those that can be written and take this kind of value. */
  private static List<Point> many(List<Point> selected, @Nullable Object raw) {
    List<Point> fitting = new ArrayList<>();
    Refusal last = null;
    for (Point point : selected) {
      PointTemplate template = point.template();
      if (template.writable() && (raw == null || PointValues.fits(template, raw))) {
        try {
          Value ignored = raw == null ? null : PointValues.read(template, raw);
          fitting.add(point);
        } catch (Refusal outOfRange) {
          last = outOfRange;
        }
      }
    }
    if (last != null) {
      throw last;
    }
    if (fitting.isEmpty()) {
      throw Refusals.of(
          422,
          "no-target",
          "查询未选中任何可写且接受此值的点位（共选中 " + selected.size() + " 个）；请先用 GET /api/v1/points?q= 试查",
          "the query selects no point that can be written with this value (" + selected.size()
              + " selected in all); try it with GET /api/v1/points?q= first");
    }
    return fitting;
  }
}
