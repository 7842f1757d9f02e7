package io.campustwin.server.web.api;

import io.campustwin.server.security.LoginGuard;
import io.campustwin.server.security.PasswordRules;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Role;
import io.campustwin.server.storage.User;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signing in and out, and changing one's own password. */
public final class SessionEndpoints {
  /** Stands in the audit for a name that is no account's: people type their passwords there. */
  private static final String UNKNOWN = "unknown";

  private final Context context;
  private final LoginGuard guard;

  public SessionEndpoints(Context context, LoginGuard guard) {
    this.context = context;
    this.guard = guard;
  }

  public List<Route> routes() {
    return List.of(
        Route.open("/session", this::signIn),
        Route.get("/session", Set.of(), this::whoAmI),
        Route.delete("/session", this::signOut),
        Route.post("/password", this::changePassword));
  }

  private Future<Reply> signIn(Request request) {
    Fields fields = request.fields("user", "password");
    String name = fields.text("user", 32);
    char[] password = fields.text("password", 128).toCharArray();
    refuseIfTooMany(name, request.peer());
    return context
        .later(() -> context.storage().users().verify(name, password)
            ? context.storage().users().find(name)
            : Optional.<User>empty())
        .compose(user -> user.map(this::signedIn).orElseGet(() -> failed(name, request.peer())));
  }

  private void refuseIfTooMany(String name, String peer) {
    long wait = Math.max(guard.waitMillis("u " + name), guard.waitMillis("p " + peer));
    if (wait > 0) {
      long seconds = wait / 1000 + 1;
      throw Refusals.of(
          429,
          "too-many-tries",
          "登录失败次数过多；请 " + seconds + " 秒后再试",
          "too many failed sign-ins; try again in " + seconds + " s");
    }
  }

  private Future<Reply> signedIn(User user) {
    guard.succeeded("u " + user.name());
    Principal principal = principal(user);
    String token = context.sessions().begin(principal);
    JsonObject json = view(principal).put("token", token);
    context
        .sessions()
        .find(token)
        .ifPresent(session -> json.put("expires", Fields.time(session.expires())));
    return context
        .reloadPeople()
        .compose(done -> context.audited(user.key(), "login", user.key(), "ok", ""))
        .map(done -> Reply.of(json));
  }

  private <T> Future<T> failed(String name, String peer) {
    guard.failed("u " + name);
    guard.failed("p " + peer);
    Refusal refusal =
        Refusals.of(401, "wrong-password", "用户名或密码错误", "the user name or the password is wrong");
    return context
        .later(() -> context.storage().users().find(name).map(User::key).orElse(UNKNOWN))
        .compose(key -> context.audit("visitor", "login", key, "failed", "from " + peer))
        .transform(done -> Future.failedFuture(refusal));
  }

  /** The principal that an account stands for; an account with an unknown role has no right. */
  public static Principal principal(User user) {
    Role role = Role.find(user.role()).orElse(Role.VISITOR);
    return new Principal(user.key(), role, user.buildings(), user.mustChange(), user.name());
  }

  private Reply whoAmI(Request request) {
    return Reply.of(view(request.principal()));
  }

  private static JsonObject view(Principal principal) {
    return new JsonObject()
        .put("user", principal.login())
        .put("role", principal.role().word())
        .put("buildings", new JsonArray(principal.buildings().stream().sorted().toList()))
        .put("strongestPriority", principal.role().strongest())
        .put("mustChangePassword", principal.mustChange());
  }

  private Future<Reply> signOut(Request request) {
    if (request.principal().isVisitor()) {
      throw Refusals.signIn();
    }
    context.sessions().end(request.token());
    return context
        .audit(request.principal().name(), "logout", request.principal().name(), "ok", "")
        .map(done -> Reply.empty());
  }

  private Future<Reply> changePassword(Request request) {
    String name = request.principal().login();
    if (request.principal().isVisitor()) {
      throw Refusals.signIn();
    }
    Fields fields = request.fields("old", "new");
    char[] old = fields.text("old", 128).toCharArray();
    String fresh = fields.text("new", 128);
    refuseIfTooMany(name, request.peer());
    refuseIfWeak(name, fresh);
    return context
        .later(() -> change(name, old, fresh))
        .compose(changed -> changed ? changed(request.principal()) : failed(name, request.peer()));
  }

  private boolean change(String name, char[] old, String fresh) throws java.io.IOException {
    return context.storage().users().verify(name, old)
        && context
            .storage()
            .users()
            .changePassword(name, fresh.toCharArray(), false, context.twin().now());
  }

  private Future<Reply> changed(Principal who) {
    context.sessions().endAll(who.name());
    return context
        .audit(who.name(), "password-change", who.name(), "ok", "")
        .compose(done -> context.later(() -> context.storage().users().find(who.login())))
        .compose(user -> user.map(this::signedIn).orElseThrow());
  }

  static void refuseIfWeak(String name, String password) {
    if (!PasswordRules.isAcceptable(name, password)) {
      throw Refusals.of(
          422,
          "weak-password",
          "密码须为 " + PasswordRules.SHORTEST + " 到 " + PasswordRules.LONGEST
              + " 个字符、至少 5 种不同字符且不含用户名",
          "a password needs " + PasswordRules.SHORTEST + " to " + PasswordRules.LONGEST
              + " characters, 5 different ones, and must not hold the user name");
    }
  }
}
