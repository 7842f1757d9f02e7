package io.campustwin.server.web.alarm;

import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmGroup;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.alarm.Announcement;
import io.campustwin.engine.alarm.figure.AlarmFigures;
import io.campustwin.engine.alarm.figure.FigureReckoner;
import io.campustwin.server.field.AlarmEventKeeper;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.storage.AlarmEventStore;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.api.Page;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.signal.PointId;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events, groups, announcements and figures of alarms. */
public final class AlarmReportEndpoints {
  private static final long DAY = 86_400_000;

  private final Context context;
  private final Twin twin;

  public AlarmReportEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
  }

  public List<Route> routes() {
    return List.of(
        Route.getLater("/alarms/events", Set.of("from", "limit", "cursor"), this::events),
        Route.get("/alarms/announcements", Set.of("limit", "cursor"), this::announcements),
        Route.get("/alarms/groups", Set.of("limit", "cursor"), this::groups),
        Route.getLater("/alarms/figures", Set.of("from", "to"), this::figures));
  }

  /** A page of events, oldest first; its cursor is the number of the last one looked at. */
  private Future<Reply> events(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    long from = request.time("from", 0);
    long after = request.findQuery("cursor").map(AlarmReportEndpoints::number).orElse(0L);
    int limit = request.integer("limit", 1, Page.MOST, Page.USUAL);
    return context.later(() -> list(after, from, limit)).map(events -> {
      List<AlarmEvent> seen =
          events.stream().filter(event -> sees(request, event.point())).toList();
      return Reply.list(seen, AlarmJson::of, next(events, limit));
    });
  }

  private static @Nullable String next(List<AlarmEvent> events, int limit) {
    return events.size() < limit ? null : "" + events.get(events.size() - 1).number();
  }

  private static long number(String cursor) {
    if (!cursor.matches("\\d{1,15}")) {
      throw Refusals.badQuery("cursor", "不是上一页给出的 next", "is not a 'next' that a page before gave");
    }
    return Long.parseLong(cursor);
  }

  private List<AlarmEvent> list(long after, long from, int limit) throws IOException {
    AlarmEventStore store = context.storage().alarmEvents();
    return AlarmEventKeeper.list(store, twin.snapshot().alarms(), after, from, limit);
  }

  private Reply announcements(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    List<Announcement> calls = twin.snapshot().alarms().listAnnouncements().stream()
        .filter(call -> sees(request, call.point()))
        .toList();
    Page<Announcement> page = Page.of(request, calls);
    return Reply.list(page.items(), AlarmJson::of, page.next());
  }

  private Reply groups(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "alarms");
    List<AlarmGroup> groups = twin.snapshot().alarms().listGroups().stream()
        .filter(group -> sees(request, PointId.of(firstPoint(group))))
        .toList();
    Page<AlarmGroup> page = Page.of(request, groups);
    return Reply.list(page.items(), AlarmJson::of, page.next());
  }

  private static String firstPoint(AlarmGroup group) {
    return group.firstOut().substring(0, group.firstOut().lastIndexOf('#'));
  }

  /** Figures are of the whole campus, so only those who see all of it may have them. */
  private Future<Reply> figures(Request request) {
    request.require(Action.VIEW, Target.CAMPUS, "alarm figures");
    long to = request.time("to", twin.now());
    long from = request.time("from", to - 30 * DAY);
    if (from >= to) {
      throw Refusals.badQuery("from", "必须早于 to", "must be before 'to'");
    }
    return context.later(() -> reckon(from, to)).map(figures -> Reply.of(AlarmJson.of(figures)));
  }

  private AlarmFigures reckon(long from, long to) throws IOException {
    AlarmView view = twin.snapshot().alarms();
    List<AlarmEvent> calls = new ArrayList<>();
    long after = 0;
    List<AlarmEvent> page;
    do {
      page = list(after, from, Page.MOST);
      for (AlarmEvent event : page) {
        after = event.number();
        if (event.kind() == AlarmEvent.Kind.STATE && event.time() < to) {
          calls.add(event);
        }
      }
    } while (page.size() == Page.MOST);
    return FigureReckoner.reckon(calls, view.listOpen(), from, to);
  }

  private boolean sees(Request request, PointId point) {
    return twin.model()
        .findPoint(point)
        .map(known -> Target.of(twin.model(), known))
        .map(target -> new Target(target.building(), false, target.outdoors(), 0))
        .filter(request::sees)
        .isPresent();
  }
}
