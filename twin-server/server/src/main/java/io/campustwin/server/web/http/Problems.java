package io.campustwin.server.web.http;

import io.campustwin.place.Name;
import io.campustwin.server.storage.StorageException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into an RFC 9457 problem document; a stack trace goes to the log only. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Answers with the problem that {@code failure} is, in the language the client prefers. */
  public static void answer(RoutingContext context, Throwable failure, int statusHint) {
    Refusal refusal = failure instanceof Refusal known ? known : classify(failure, statusHint);
    if (refusal.status() >= 500) {
      LOG.error("{} {} failed", context.request().method(), context.request().path(), failure);
    }
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    if (refusal.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"campus\"");
    }
    Buffer body = document(refusal, prefersChinese(context)).toBuffer();
    response
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", "application/problem+json; charset=utf-8")
        .end(body);
  }

  /** The document itself, with both languages in {@code messages}. */
  public static JsonObject document(Refusal refusal, boolean chinese) {
    Name message = refusal.message();
    return new JsonObject()
        .put("type", "urn:campustwin:problem:" + refusal.code())
        .put("title", refusal.code().replace('-', ' '))
        .put("status", refusal.status())
        .put("code", refusal.code())
        .put("detail", chinese ? message.zh() : message.en())
        .put("messages", new JsonObject().put("zh", message.zh()).put("en", message.en()));
  }

  private static boolean prefersChinese(RoutingContext context) {
    String accepted = context.request().getHeader("Accept-Language");
    return accepted != null
        && accepted.trim().toLowerCase(java.util.Locale.ROOT).startsWith("zh");
  }

  private static Refusal classify(Throwable failure, int statusHint) {
    if (failure instanceof DecodeException) {
      return badJson();
    }
    if (failure instanceof StorageException fault) {
      return unstored(fault.kind());
    }
    int status = failure instanceof HttpException http ? http.getStatusCode() : statusHint;
    return switch (status) {
      case 400 -> Refusals.of(400, "bad-request", "请求格式不正确", "the request is malformed");
      case 404 ->
        Refusals.of(
            404,
            "unknown-path",
            "没有此地址；见 /api/v1/openapi.json",
            "there is nothing at this path; see /api/v1/openapi.json");
      case 405 ->
        Refusals.of(
            405,
            "wrong-method",
            "此地址不支持该方法；见 /api/v1/openapi.json",
            "this path does not take that method; see /api/v1/openapi.json");
      case 413 -> Refusals.of(413, "too-large", "请求体不得超过 64 KB", "a body may have at most 64 KB");
      default ->
        Refusals.of(
            500,
            "our-fault",
            "服务器内部错误；详情见服务器日志",
            "a fault of the server; its log holds the details");
    };
  }

  /** A store beside the journal cannot be used; which file it is stands in the log only. */
  private static Refusal unstored(StorageException.Kind kind) {
    return kind == StorageException.Kind.FULL
        ? Refusals.of(
            503,
            "disk-full",
            "数据磁盘已满，未作改动；请释放空间后重试",
            "the data disk is full and nothing was changed; free some space and try again")
        : Refusals.of(
            503,
            "storage-failed",
            "数据存储无法使用，未作改动；请检查磁盘与权限，详情见服务器日志",
            "the data store cannot be used and nothing was changed; check the disk and its rights,"
                + " the server log holds the details");
  }

  /** The body is no JSON object. */
  public static Refusal badJson() {
    return Refusals.of(400, "bad-json", "请求体不是 JSON 对象", "the body is not a JSON object");
  }
}
