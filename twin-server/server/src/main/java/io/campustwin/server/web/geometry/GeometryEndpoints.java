package io.campustwin.server.web.geometry;

import io.campustwin.asset.CampusModel;
import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Principal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The document that a viewer draws, and the sun. A document is worked out once for each kind of asker, off the event
 * loop, and kept packed: all visitors get the same bytes, and so do all accounts of the same scope.
 */
public final class GeometryEndpoints {
  private static final int MOST = 16;

  /** Askers who see the same: visitors, and accounts by the buildings they are limited to. */
  private record Asker(boolean visitor, Set<String> buildings) {}

  private final Vertx vertx;
  private final Twin twin;
  private final CampusModel model;
  private final SunPath sun;
  private final Map<Asker, Future<Reply>> kept =
      Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asker, Future<Reply>> eldest) {
          return size() > MOST;
        }
      });

  public GeometryEndpoints(Vertx vertx, Twin twin) {
    this.vertx = vertx;
    this.twin = twin;
    this.model = twin.model();
    this.sun = SunPath.over(model.campus());
  }

  public List<Route> routes() {
    return List.of(
        Route.getLater("/campus/geometry", Set.of(), this::geometry),
        Route.get("/campus/sun", Set.of("date"), this::sun));
  }

  private Future<Reply> geometry(Request request) {
    Principal principal = request.principal();
    Asker asker =
        principal.isVisitor() ? new Asker(true, Set.of()) : new Asker(false, principal.buildings());
    Future<Reply> reply = kept.computeIfAbsent(asker, key -> make(principal));
    reply.onFailure(failed -> kept.remove(asker, reply));
    return reply;
  }

  private Future<Reply> make(Principal principal) {
    return vertx.executeBlocking(() -> Reply.kept(GeometryDocument.of(model, principal)), false);
  }

  private Reply sun(Request request) {
    LocalDate date = request
        .findQuery("date")
        .map(GeometryEndpoints::date)
        .orElseGet(() -> Instant.ofEpochMilli(twin.now()).atZone(sun.zone()).toLocalDate());
    return Reply.of(sun.on(date)).withTag();
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2199) {
        return date;
      }
    } catch (DateTimeException notADate) {
      // refused below, as a date out of range is
    }
    throw Refusals.badQuery(
        "date",
        "必须是 1900 到 2199 年间的日期，如 2026-06-21",
        "must be a date of the years 1900 to 2199 such as 2026-06-21");
  }
}
