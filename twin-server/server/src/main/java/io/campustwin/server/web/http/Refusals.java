package io.campustwin.server.web.http;

import io.campustwin.place.Name;
import io.campustwin.server.security.Principal;
import io.campustwin.server.security.Verdict;

/** The refusals that more than one endpoint gives, worded once. Each says what is wrong and what to do. */
public final class Refusals {
  private Refusals() {}

  public static Refusal of(int status, String code, String zh, String en) {
    return new Refusal(status, code, new Name(zh, en));
  }

  public static Refusal badField(String field, String zh, String en) {
    return of(400, "bad-field", "字段“" + field + "”" + zh, "field '" + field + "' " + en);
  }

  public static Refusal badQuery(String name, String zh, String en) {
    return of(
        400, "bad-parameter", "参数“" + name + "”" + zh, "query parameter '" + name + "' " + en);
  }

  /** 404 for a thing that is not there, or that the one who asks may not know of. */
  public static Refusal unknown(Name what, String id) {
    return of(
        404,
        "unknown-" + what.en().replace(' ', '-'),
        "没有编号为“" + id + "”的" + what.zh() + "；请在列表中查找正确的编号",
        "there is no " + what.en() + " '" + id + "'; look the id up in the list");
  }

  public static Refusal signIn() {
    return of(
        401,
        "sign-in",
        "此操作需要登录：请先 POST /api/v1/session，再带上 Authorization: Bearer 令牌",
        "this needs a sign-in: POST /api/v1/session, then send Authorization: Bearer <token>");
  }

  public static Refusal badSession() {
    return of(
        401,
        "session-ended",
        "令牌无效或会话已过期；请重新登录",
        "the token is not valid or the session has ended; sign in again");
  }

  /** The refusal for a check that said no. */
  public static Refusal of(Verdict verdict, Principal principal, String target) {
    return switch (verdict) {
      case SIGN_IN -> signIn();
      case PLACE ->
        of(
            403,
            "other-building",
            "账户“" + principal.login() + "”无权操作“" + target + "”所在的建筑；请联系管理员调整范围",
            "account '" + principal.login() + "' is limited to other buildings than that of '"
                + target + "'; ask an administrator to widen its scope");
      case PRIORITY ->
        of(
            403,
            "priority-too-strong",
            "角色“" + principal.role().word() + "”可写的最高优先级为 " + principal.role().strongest(),
            "role '" + principal.role().word() + "' may write priorities "
                + principal.role().strongest() + " to 16 only");
      default ->
        of(
            403,
            "no-right",
            "角色“" + principal.role().word() + "”无权执行此操作（" + target + "）",
            "role '" + principal.role().word() + "' has no right to do this (" + target + ")");
    };
  }
}
