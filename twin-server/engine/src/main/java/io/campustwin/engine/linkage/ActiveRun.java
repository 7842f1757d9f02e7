package io.campustwin.engine.linkage;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandReason;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run whose effects are still followed. */
final class ActiveRun {
  /** Where it lies in the log of runs. */
  final long index;

  private final LinkageRun begun;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final List<EffectRun> effects;

  /** Numbers of the effects by the handle of their target. */
  private final Map<Integer, List<Integer>> targets = new LinkedHashMap<>();

  private long released;
  boolean dirty = true;

  ActiveRun(List<Order> orders, long index, LinkageRun begun, PointDirectory directory) {
    this.index = index;
    this.begun = begun;
    this.effects = new ArrayList<>(begun.effects());
    this.released = begun.released();
    orders.forEach(order -> this.orders.put(order.effect(), order));
    for (int n = 0; n < effects.size(); n++) {
      int handle = directory.find(effects.get(n).target());
      if (handle >= 0) {
        targets.computeIfAbsent(handle, key -> new ArrayList<>(1)).add(n);
      }
    }
  }

  /** Handles of all targets that are in the model. */
  Set<Integer> handles() {
    return targets.keySet();
  }

  boolean follows(int handle) {
    return targets.containsKey(handle);
  }

  /** Numbers of the effects on a point. */
  List<Integer> on(int handle) {
    return targets.getOrDefault(handle, List.of());
  }

  LinkageRun run() {
    return begun.with(effects, released);
  }

  boolean isOf(String linkage, String place) {
    return begun.linkage().equals(linkage) && begun.place().equals(place);
  }

  String id() {
    return begun.id();
  }

  String linkage() {
    return begun.linkage();
  }

  long causeTime() {
    return begun.causeTime();
  }

  void release(long now) {
    released = now;
    dirty = true;
  }

  int size() {
    return effects.size();
  }

  EffectRun effect(int n) {
    return effects.get(n);
  }

  void set(int n, EffectRun effect) {
    if (!effect.equals(effects.get(n))) {
      effects.set(n, effect);
      dirty = true;
    }
  }

  /** The order behind an effect; empty for what is the controller's. */
  Optional<Order> order(EffectRun effect) {
    return Optional.ofNullable(orders.get(effect.effect()));
  }

  String command(String effect) {
    return "linkage:" + begun.id() + ":" + effect;
  }

  /** The command that asks once more for one target that a restart cut off. */
  String again(int n) {
    return command(effects.get(n).effect()) + ":again:" + n;
  }

  /** Indexes of the platform's targets of one effect, in the order of its command's items. */
  List<Integer> targets(String effect) {
    List<Integer> found = new ArrayList<>();
    for (int n = 0; n < effects.size(); n++) {
      if (effects.get(n).effect().equals(effect)) {
        found.add(n);
      }
    }
    return found;
  }

  /** True for an effect whose end a restart made unknown: its point, once it speaks again, tells. */
  static boolean isCutOff(EffectRun effect) {
    return effect.reason().equals(CommandReason.RESTART.word());
  }

  /** True when nothing can change any more, or when it has been followed long enough. */
  boolean isOver(long now, long followMillis) {
    boolean waits = false;
    for (EffectRun effect : effects) {
      if (effect.outcome() == EffectRun.Outcome.PENDING) {
        return false;
      }
      waits |= effect.outcome() == EffectRun.Outcome.MISSING || isCutOff(effect);
    }
    return !waits || now - causeTime() > followMillis;
  }

  /** What cannot be told from the log of runs. */
  void write(ByteWriter out, long start) {
    out.count(index - start).list(List.copyOf(orders.values()), (to, order) -> order.write(to));
  }

  static List<Order> orders(ByteReader in) {
    return in.list(Order::read);
  }
}
