package io.campustwin.server.web.api;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Name;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.PasswordRules;
import io.campustwin.server.security.Role;
import io.campustwin.server.security.Target;
import io.campustwin.server.storage.User;
import io.campustwin.server.storage.UserStore;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accounts, for administrators. A new account and a reset get a random password that is shown once. */
public final class UserEndpoints {
  private static final Name USER = new Name("账户", "user");

  private final Context context;

  public UserEndpoints(Context context) {
    this.context = context;
  }

  public List<Route> routes() {
    return List.of(
        Route.getLater("/users", Set.of(), this::list),
        Route.post("/users", this::create),
        Route.patch("/users/{name}", this::change),
        Route.delete("/users/{name}", this::erase),
        Route.post("/users/{name}/reset", this::reset));
  }

  private Future<Reply> list(Request request) {
    request.require(Action.MANAGE_USERS, Target.CAMPUS, "users");
    return context
        .later(() -> users().list())
        .map(users -> Reply.list(users, EventViews::of, null));
  }

  private Future<Reply> create(Request request) {
    request.require(Action.MANAGE_USERS, Target.CAMPUS, "users");
    Fields fields = request.fields("name", "role", "buildings");
    String name = fields.text("name", 32);
    if (!name.matches("[a-z0-9][a-z0-9._-]{1,31}") || name.equals("visitor")) {
      throw Refusals.badField(
          "name",
          "须为 2 到 32 位小写字母、数字、. _ -，且不能是 visitor",
          "must have 2 to 32 of a-z 0-9 . _ - and not be 'visitor'");
    }
    String password = PasswordRules.random();
    long now = context.twin().now();
    User user = new User(name, role(fields), buildings(fields), true, false, now, now);
    return context
        .later(() -> users().create(user, password.toCharArray()))
        .compose(created -> created ? found(name) : taken(name))
        .compose(made -> shown(request, made, password, "user-create"));
  }

  private static <T> Future<T> taken(String name) {
    return Future.failedFuture(Refusals.of(
        409,
        "name-in-use",
        "账户名“" + name + "”已被使用；请换一个",
        "the name '" + name + "' is taken; choose another"));
  }

  private Future<Reply> shown(Request request, User user, String password, String action) {
    JsonObject json = EventViews.of(user).put("password", password);
    context.pseudonyms().add(user.key(), user.name());
    return context
        .audit(request.principal().name(), action, user.key(), "ok", user.role())
        .map(done -> Reply.of(201, json));
  }

  private Future<Reply> change(Request request) {
    request.require(Action.MANAGE_USERS, Target.CAMPUS, "users");
    Fields fields = request.fields("role", "buildings", "disabled");
    String name = request.path("name");
    refuseOwn(request, name);
    return found(name)
        .compose(old -> update(request, old, fields))
        .map(user -> Reply.of(EventViews.of(user)));
  }

  private static void refuseOwn(Request request, String name) {
    if (name.equals(request.principal().login())) {
      throw Refusals.of(
          409,
          "own-account",
          "不能更改自己的账户；请由另一位管理员操作",
          "nobody changes the rights of the own account; ask another administrator");
    }
  }

  /** Forgets a person: what the person did stays, by a key that leads to no name any more. */
  private Future<Reply> erase(Request request) {
    request.require(Action.MANAGE_USERS, Target.CAMPUS, "users");
    String name = request.path("name");
    refuseOwn(request, name);
    return found(name)
        .compose(user -> context
            .later(() -> users().erase(name, context.twin().now()))
            .onSuccess(done -> context.sessions().endAll(user.key()))
            .compose(done -> context.reloadPeople())
            .compose(done ->
                context.audit(request.principal().name(), "user-erase", user.key(), "ok", "")))
        .map(done -> Reply.empty());
  }

  private Future<User> update(Request request, User old, Fields fields) {
    User fresh = new User(
        old.key(),
        old.name(),
        fields.has("role") ? role(fields) : old.role(),
        fields.has("buildings") ? buildings(fields) : old.buildings(),
        old.mustChange(),
        fields.bool("disabled", old.disabled()),
        old.created(),
        context.twin().now());
    return context
        .later(() -> users().update(fresh))
        .onSuccess(done -> context.sessions().endAll(old.key()))
        .compose(done -> context.audit(
            request.principal().name(), "user-change", old.key(), "ok", describe(fresh)))
        .map(done -> fresh);
  }

  private static String describe(User user) {
    return user.role()
        + " "
        + user.buildings().stream().sorted().toList()
        + (user.disabled() ? " disabled" : "");
  }

  private Future<Reply> reset(Request request) {
    request.require(Action.MANAGE_USERS, Target.CAMPUS, "users");
    request.fields();
    String password = PasswordRules.random();
    return found(request.path("name")).compose(user -> context
        .later(() -> users()
            .changePassword(
                user.name(), password.toCharArray(), true, context.twin().now()))
        .onSuccess(done -> context.sessions().endAll(user.key()))
        .compose(done -> shown(request, user, password, "password-change")));
  }

  private Future<User> found(String name) {
    return context
        .later(() -> users().find(name))
        .map(user -> user.orElseThrow(() -> Refusals.unknown(USER, name)));
  }

  private static String role(Fields fields) {
    String word = fields.text("role", 32);
    if (Role.find(word).filter(role -> role != Role.VISITOR).isEmpty()) {
      throw Refusals.badField(
          "role",
          "必须是 operator、engineer、evaluator 或 admin",
          "must be operator, engineer, evaluator or admin");
    }
    return word;
  }

  private Set<String> buildings(Fields fields) {
    Object raw = fields.raw("buildings");
    CampusModel model = context.twin().model();
    Set<String> ids = new HashSet<>();
    if (raw == null) {
      return ids;
    }
    if (!(raw instanceof JsonArray array)) {
      throw Refusals.badField("buildings", "必须是建筑编号的数组", "must be a list of building ids");
    }
    for (Object id : array) {
      if (!(id instanceof String text) || model.findBuilding(text).isEmpty()) {
        throw Refusals.badField(
            "buildings", "含有未知建筑“" + id + "”", "holds the unknown building '" + id + "'");
      }
      ids.add(text);
    }
    return ids;
  }

  private UserStore users() {
    return context.storage().users();
  }
}
