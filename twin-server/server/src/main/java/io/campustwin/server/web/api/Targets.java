package io.campustwin.server.web.api;

import io.campustwin.asset.BadQuery;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.TargetQuery;
import io.campustwin.place.Name;
import io.campustwin.server.security.Principal;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Target queries of requests, in text or JSON form. */
public final class Targets {
  private Targets() {}

  /** The points that a query selects, in model order; refuses one that cannot be read or names what is not there. */
  public static List<Point> select(CampusModel model, @Nullable Object query) {
    try {
      return parse(query).select(model);
    } catch (BadQuery unreadable) {
      throw badQuery(unreadable.explanation());
    }
  }

  /** The same for whoever asks: a visitor is not told whether a name that finds nothing is unknown or hidden. */
  public static List<Point> select(CampusModel model, @Nullable Object query, Principal asker) {
    if (!asker.isVisitor()) {
      return select(model, query);
    }
    try {
      TargetQuery parsed = parse(query);
      return model.points().stream()
          .filter(point -> parsed.matches(model, point))
          .toList();
    } catch (BadQuery unreadable) {
      throw badQuery(unreadable.explanation());
    }
  }

  private static TargetQuery parse(@Nullable Object query) {
    if (query instanceof String text) {
      return TargetQuery.parse(text);
    }
    if (query instanceof JsonObject json) {
      return TargetQuery.of(json.getMap());
    }
    throw badQuery(new Name("查询须为文本或对象", "a query is a text or an object"));
  }

  private static Refusal badQuery(Name why) {
    return Refusals.of(
        400,
        "bad-query",
        "目标查询无法理解：" + why.zh() + "；示例：kind:lighting-group building:A spaceKind:classroom",
        "the target query cannot be read: " + why.en()
            + "; for instance: kind:lighting-group building:A spaceKind:classroom");
  }
}
