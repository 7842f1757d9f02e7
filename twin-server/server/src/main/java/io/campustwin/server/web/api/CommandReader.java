package io.campustwin.server.web.api;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.control.CommandTerms;
import io.campustwin.engine.control.Scenes;
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
  private static final Name SCENE = new Name("场景", "scene");
  private static final int MANUAL_OPERATOR = 8;
  private static final double MOST_KILOWATTS = 1e6;
  private static final String[] FIELDS = {
    "id", "target", "value", "scene", "priority", "reason", "expires", "deadline", "wait", "stagger"
  };

  private final Twin twin;

  CommandReader(Twin twin) {
    this.twin = twin;
  }

  CommandRequest read(Request request) {
    if (request.principal().isVisitor()) {
      throw Refusals.signIn();
    }
    Fields fields = request.fields(FIELDS);
    if (fields.has("value") == fields.has("scene")) {
      throw Refusals.badField(
          "value",
          "须且仅须给出 value（null 表示释放）或 scene 之一",
          "or 'scene' must be given, and only one of them; null relinquishes");
    }
    return fields.has("scene") ? scene(request, fields) : plain(request, fields);
  }

  private CommandRequest plain(Request request, Fields fields) {
    Object raw = fields.raw("value");
    List<Point> points = targets(request, fields, raw);
    Value value = raw == null ? null : PointValues.read(points.get(0).template(), raw);
    List<PointId> ids = points.stream().map(Point::id).toList();
    return command(request, fields, new What(ids, value, "", List.of()));
  }

  /** A scene over the rooms of the points selected: each point that it sets gets its own value. */
  private CommandRequest scene(Request request, Fields fields) {
    String id = fields.text("scene", 40);
    Scenes scenes = Scenes.of(twin.model(), twin.rules().scenes());
    if (!scenes.knows(id)) {
      throw Refusals.unknown(SCENE, id);
    }
    Fields target = Fields.of(
        fields.raw("target") instanceof JsonObject json ? json : new JsonObject(), Set.of("query"));
    List<Scenes.Setting> settings =
        scenes.settings(id, Targets.select(twin.model(), narrowed(target.raw("query"))));
    if (settings.isEmpty()) {
      throw Refusals.of(
          422,
          "no-target",
          "场景“" + id + "”不适用于所选房间；见 GET /api/v1/scenes",
          "the scene '" + id + "' sets nothing in the rooms selected; see GET /api/v1/scenes");
    }
    return command(
        request,
        fields,
        new What(
            settings.stream().map(Scenes.Setting::point).toList(),
            null,
            id,
            settings.stream().map(Scenes.Setting::value).toList()));
  }

  /** What a command asks for. */
  private record What(
      List<PointId> points, @Nullable Value value, String scene, List<Value> values) {}

  private CommandRequest command(Request request, Fields fields, What what) {
    String id = fields.findText("id", 64).orElseGet(() -> UUID.randomUUID().toString());
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw Refusals.badField("id", "只能含字母、数字、_ 和 -", "may hold letters, digits, _ and - only");
    }
    return new CommandRequest(
        id,
        request.principal().name(),
        what.points(),
        what.value(),
        fields.has("priority") ? fields.integer("priority", 1, 16) : MANUAL_OPERATOR,
        fields.findText("reason", 200).orElse(""),
        future(fields, "expires"),
        future(fields, "deadline"),
        terms(fields, what));
  }

  private static CommandTerms terms(Fields fields, What what) {
    int perSecond = 0;
    double watts = 0;
    if (fields.has("stagger")) {
      if (!(fields.raw("stagger") instanceof JsonObject json) || json.isEmpty()) {
        throw Refusals.badField(
            "stagger",
            "必须含 perSecond 或 powerLimitKw",
            "must hold 'perSecond' or 'powerLimitKw' or both");
      }
      Fields stagger = Fields.of(json, Set.of("perSecond", "powerLimitKw"));
      perSecond = stagger.has("perSecond") ? stagger.integer("perSecond", 1, 1000) : 0;
      watts = stagger.has("powerLimitKw") ? watts(stagger) : 0;
    }
    return new CommandTerms(
        what.scene(), what.values(), fields.bool("wait", true), perSecond, watts);
  }

  private static double watts(Fields stagger) {
    double limit = stagger.raw("powerLimitKw") instanceof Number number ? number.doubleValue() : 0;
    if (limit > 0 && limit <= MOST_KILOWATTS) {
      return limit * 1000;
    }
    throw Refusals.badField(
        "powerLimitKw", "必须是大于 0 的数（千瓦）", "must be a number above 0, in kilowatts");
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
