package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.limit.Budget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Items that were accepted but not sent yet, because their command is staggered: one line a command, in target order.
 * They survive a restart, since nothing of them has reached the field, and end with their deadline.
 */
final class Waiting {
  private final List<Line> lines = new ArrayList<>();

  /** The items of one command that still wait, by their places in the ledger. */
  static final class Line {
    final CommandRequest request;
    final long deadline;
    final Budget budget;
    final Deque<Long> indexes = new ArrayDeque<>();

    Line(CommandRequest request, long deadline, Budget budget) {
      this.request = request;
      this.deadline = deadline;
      this.budget = budget;
    }

    private void save(ByteWriter out) {
      CommandBytes.write(out, request);
      budget.save(out.whole(deadline));
      out.list(List.copyOf(indexes), ByteWriter::count);
    }

    private static Line restore(ByteReader in, Ledger ledger) {
      CommandRequest request = CommandBytes.readRequest(in);
      long deadline = in.whole();
      Line line = new Line(request, deadline, Budget.restore(in));
      in.list(ByteReader::count).forEach(index -> line.indexes.add(ledger.index(index)));
      return line;
    }
  }

  Line open(CommandRequest request, long deadline) {
    Line line = new Line(
        request,
        deadline,
        new Budget(request.terms().perSecond(), request.terms().watts()));
    lines.add(line);
    return line;
  }

  /** A copy, so that lines may grow and end while it is walked; those without items are gone. */
  List<Line> lines() {
    lines.removeIf(line -> line.indexes.isEmpty());
    return List.copyOf(lines);
  }

  /** Takes out the items that are no longer wanted. */
  List<Long> remove(LongPredicate unwanted) {
    List<Long> removed = new ArrayList<>();
    for (Line line : lines) {
      for (long index : List.copyOf(line.indexes)) {
        if (unwanted.test(index)) {
          line.indexes.remove(index);
          removed.add(index);
        }
      }
    }
    return removed;
  }

  void save(ByteWriter out) {
    out.list(lines(), (to, line) -> line.save(to));
  }

  void restore(ByteReader in, Ledger ledger) {
    lines.addAll(in.list(from -> Line.restore(from, ledger)));
  }
}
