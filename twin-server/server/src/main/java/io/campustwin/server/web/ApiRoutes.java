package io.campustwin.server.web;

import io.campustwin.server.backup.BackupEndpoints;
import io.campustwin.server.security.LoginGuard;
import io.campustwin.server.web.alarm.AlarmEndpoints;
import io.campustwin.server.web.alarm.AlarmReportEndpoints;
import io.campustwin.server.web.alarm.HoldEndpoints;
import io.campustwin.server.web.api.CommandEndpoints;
import io.campustwin.server.web.api.Context;
import io.campustwin.server.web.api.FieldEndpoints;
import io.campustwin.server.web.api.ForkEndpoints;
import io.campustwin.server.web.api.JobEndpoints;
import io.campustwin.server.web.api.PlaceEndpoints;
import io.campustwin.server.web.api.PointEndpoints;
import io.campustwin.server.web.api.ProgrammeEndpoints;
import io.campustwin.server.web.api.SessionEndpoints;
import io.campustwin.server.web.api.UserEndpoints;
import io.campustwin.server.web.geometry.GeometryEndpoints;
import io.campustwin.server.web.http.Route;
import io.campustwin.server.web.linkage.LinkageEndpoints;
import java.util.List;
import java.util.stream.Stream;

/** The whole table of routes below /api/v1; the OpenAPI document is held to it by a test. */
final class ApiRoutes {
  private static final int FREE_TRIES = 5;

  private ApiRoutes() {}

  static List<Route> of(Context context) {
    LoginGuard guard = new LoginGuard(context.twin()::now, FREE_TRIES);
    return Stream.of(
            new SessionEndpoints(context, guard).routes(),
            new PlaceEndpoints(context).routes(),
            new GeometryEndpoints(context.vertx(), context.twin()).routes(),
            new PointEndpoints(context).routes(),
            new CommandEndpoints(context).routes(),
            new HoldEndpoints(context).routes(),
            new AlarmReportEndpoints(context).routes(),
            new ForkEndpoints(context).routes(),
            new ProgrammeEndpoints(context).routes(),
            new AlarmEndpoints(context).routes(),
            new LinkageEndpoints(context).routes(),
            new FieldEndpoints(context).routes(),
            new BackupEndpoints(context).routes(),
            new JobEndpoints(context).routes(),
            new UserEndpoints(context).routes())
        .flatMap(List::stream)
        .toList();
  }
}
