package io.campustwin.server.web.api;

import io.campustwin.server.field.Twin;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Adapters, the devices behind them, and the audit. */
public final class FieldEndpoints {
  private final Context context;
  private final Twin twin;

  public FieldEndpoints(Context context) {
    this.context = context;
    this.twin = context.twin();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/adapters", Set.of(), this::adapters),
        Route.get("/devices", Set.of("limit", "cursor"), this::devices),
        Route.getLater("/audit", Set.of("limit", "cursor"), this::audit));
  }

  private Reply adapters(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "adapters");
    return Reply.list(twin.listAdapters(), EventViews::of, null);
  }

  private Reply devices(Request request) {
    request.require(Action.VIEW, Target.CAMPUS_VIEW, "devices");
    var page = Page.of(request, twin.listDevices());
    return Reply.list(page.items(), EventViews::of, page.next());
  }

  private Future<Reply> audit(Request request) {
    request.require(Action.VIEW_AUDIT, Target.CAMPUS, "audit");
    int limit = request.integer("limit", 1, 1000, 100);
    long before = request.integer("cursor", 1, 999_999_999, 0);
    return context
        .later(() -> context.storage().audit().list(before == 0 ? Long.MAX_VALUE : before, limit))
        .map(entries -> Reply.list(
            entries,
            EventViews::of,
            entries.size() == limit ? Long.toString(entries.get(limit - 1).number()) : null));
  }
}
