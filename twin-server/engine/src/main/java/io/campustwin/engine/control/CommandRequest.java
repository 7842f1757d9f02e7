package io.campustwin.engine.control;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as asked for, its query already turned into points, its right already checked. Items are
 * {@code <id>.<n>}, n from 1, in target order.
 *
 * @param id unique; the same id twice actuates once
 * @param owner who: user name, {@code schedule:<id>} or {@code linkage:<id>}
 * @param value null relinquishes the owner's slot at {@code priority}
 * @param priority 1 to 16
 * @param expires epoch ms when the slot is given up by itself, 0 for never
 * @param deadline epoch ms after which nothing is sent any more, 0 for the default
 * @param terms how it is to be carried out
 */
public record CommandRequest(
    String id,
    String owner,
    List<PointId> targets,
    @Nullable Value value,
    int priority,
    String reason,
    long expires,
    long deadline,
    CommandTerms terms) {
  /** On the usual terms. */
  public CommandRequest(
      String id,
      String owner,
      List<PointId> targets,
      @Nullable Value value,
      int priority,
      String reason,
      long expires,
      long deadline) {
    this(id, owner, targets, value, priority, reason, expires, deadline, CommandTerms.USUAL);
  }

  /** What the n-th target gets, from 0; null relinquishes. */
  public @Nullable Value value(int n) {
    return terms.values().isEmpty() ? value : terms.values().get(n);
  }
}
