package io.campustwin.server.web.api;

import io.campustwin.server.field.Twin;
import io.campustwin.server.job.JobDesk;
import io.campustwin.server.security.Pseudonyms;
import io.campustwin.server.security.Sessions;
import io.campustwin.server.storage.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every endpoint works with.
 */
public record Context(
    Vertx vertx,
    Twin twin,
    Storage storage,
    Sessions sessions,
    JobDesk jobs,
    Pseudonyms pseudonyms) {
  private static final Logger LOG = LoggerFactory.getLogger(Context.class);

  /** Runs something that waits for a disk or burns CPU on purpose, off the event loop. */
  public <T> Future<T> later(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  /** Takes over who is known by which key. */
  Future<Void> reloadPeople() {
    return later(() -> storage.users().listPeople()).onSuccess(pseudonyms::load).mapEmpty();
  }

  /** Writes an audit entry, in which persons stand by their keys only; completes once it is durable. */
  public Future<Void> audit(
      String user, String action, String target, String outcome, String detail) {
    return later(() -> storage.audit().append(twin.now(), user, action, target, outcome, detail))
        .onFailure(failure -> LOG.error("audit entry {} {} not written", action, target, failure))
        .mapEmpty();
  }

  /** The entry of something that is already done: written now, or as soon as its disk lets it. */
  public Future<Void> audited(
      String user, String action, String target, String outcome, String detail) {
    long now = twin.now();
    return later(() -> storage.audit().follow(now, user, action, target, outcome, detail))
        .mapEmpty();
  }
}
