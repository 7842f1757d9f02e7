package io.campustwin.server.app.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** What is known of every numbered write, from what the programs said before they died. */
final class WriteBook {
  private final BitSet acknowledged = new BitSet();
  private final BitSet sentToField = new BitSet();
  private final TreeSet<Long> open = new TreeSet<>();
  private final Deque<Long> again = new ArrayDeque<>();
  private final List<Long> thisLife = new ArrayList<>();
  private long next = 1;
  private long repeated;
  private long refused;
  private long sentTwice;

  /** The next writes as lines: first those that were never answered, then new ones. */
  String send(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long number = again.isEmpty() ? next++ : again.removeFirst();
      open.add(number);
      lines.append("w ").append(number).append('\n');
    }
    return lines.toString();
  }

  /** Takes a line; whether it ends a write. */
  boolean hear(String line) {
    if (line.length() < 3 || line.charAt(1) != ' ') {
      return false;
    }
    int number = Integer.parseInt(line.substring(2));
    return switch (line.charAt(0)) {
      case 's' -> went(number);
      case 'a' -> end(number, true);
      case 'x' -> end(number, false);
      default -> false;
    };
  }

  private boolean went(int number) {
    sentTwice += sentToField.get(number) ? 1 : 0;
    sentToField.set(number);
    return false;
  }

  private boolean end(int number, boolean taken) {
    open.remove((long) number);
    if (taken) {
      acknowledged.set(number);
      thisLife.add((long) number);
    } else {
      refused++;
      again.addLast((long) number);
    }
    return true;
  }

  /** The program is dead: what it left open is to be sent again; the writes that it acknowledged. */
  List<Long> died() {
    repeated += open.size();
    again.addAll(open);
    open.clear();
    List<Long> all = List.copyOf(thisLife);
    thisLife.clear();
    return all;
  }

  long acknowledged() {
    return acknowledged.cardinality();
  }

  long sentTwice() {
    return sentTwice;
  }

  long repeated() {
    return repeated;
  }

  long refused() {
    return refused;
  }
}
