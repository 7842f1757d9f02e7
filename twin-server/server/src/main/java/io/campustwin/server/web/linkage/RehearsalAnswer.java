package io.campustwin.server.web.linkage;

import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Rehearsal;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** "Would have fired": recorded history played through a linkage. At most 31 days and a million reports. */
final class RehearsalAnswer {
  private static final long DAY = 86_400_000;
  private static final long LONGEST = 31 * DAY;
  private static final int MOST_ROWS = 1_000_000;

  private final Context context;
  private final Function<Request, Linkage> find;

  RehearsalAnswer(Context context, Function<Request, Linkage> find) {
    this.context = context;
    this.find = find;
  }

  Future<Reply> answer(Request request) {
    Linkage linkage = find.apply(request);
    long to = request.time("to", context.twin().now());
    long from = request.time("from", to - DAY);
    if (from >= to || to - from > LONGEST) {
      throw Refusals.badQuery(
          "from", "必须早于 to，且不超过 31 天", "must lie before 'to', by at most 31 days");
    }
    return context.later(() -> Reply.of(play(linkage, from, to)));
  }

  private JsonObject play(Linkage linkage, long from, long to) throws IOException {
    List<Sample> samples = recorded(linkage, from, to);
    boolean whole = samples.size() < MOST_ROWS;
    JsonArray firings = new JsonArray();
    Rehearsal.play(context.twin().model(), linkage, samples, from, to)
        .forEach(firing -> firings.add(view(firing)));
    return new JsonObject()
        .put("linkage", linkage.id())
        .put("from", from)
        .put("to", to)
        .put("reports", samples.size())
        .put("complete", whole)
        .put("count", firings.size())
        .put("firings", firings);
  }

  private List<Sample> recorded(Linkage linkage, long from, long to) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (PointId point : Rehearsal.points(context.twin().model(), linkage)) {
      int room = MOST_ROWS - samples.size();
      if (room > 0) {
        context.storage().history().query(point, from, to, room).forEach(row -> add(samples, row));
      }
    }
    samples.sort(Comparator.comparingLong(Sample::sourceTime));
    return samples;
  }

  private static void add(List<Sample> samples, HistoryRow row) {
    if (row.value() != null) {
      samples.add(new Sample(row.point(), row.value(), row.quality(), row.time(), false));
    }
  }

  private static JsonObject view(Rehearsal.Firing firing) {
    JsonArray causes = new JsonArray();
    firing.causes().forEach(cause -> causes.add(cause.text()));
    return new JsonObject()
        .put("time", firing.time())
        .put("place", firing.place())
        .put("causes", causes);
  }
}
