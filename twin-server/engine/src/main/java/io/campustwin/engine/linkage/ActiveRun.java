package io.campustwin.engine.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run whose effects are still followed. */
final class ActiveRun {
  final Linkage linkage;
  final String place;

  /** Where it lies in the log of runs. */
  final long index;

  private final LinkageRun begun;
  private final List<EffectRun> effects;
  boolean dirty = true;

  ActiveRun(Linkage linkage, String place, long index, LinkageRun begun) {
    this.linkage = linkage;
    this.place = place;
    this.index = index;
    this.begun = begun;
    this.effects = new ArrayList<>(begun.effects());
  }

  LinkageRun run() {
    return new LinkageRun(
        begun.id(), begun.linkage(), begun.causes(), begun.causeTime(), List.copyOf(effects));
  }

  long causeTime() {
    return begun.causeTime();
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

  Optional<Effect> definition(EffectRun effect) {
    return linkage.effects().stream()
        .filter(one -> one.id().equals(effect.effect()))
        .findFirst();
  }

  String command(String effect) {
    return "linkage:" + begun.id() + ":" + effect;
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

  /** True when nothing can change any more, or when it has been followed long enough. */
  boolean isOver(long now, long followMillis) {
    boolean waits = false;
    for (EffectRun effect : effects) {
      if (effect.outcome() == EffectRun.Outcome.PENDING) {
        return false;
      }
      waits |= effect.outcome() == EffectRun.Outcome.MISSING;
    }
    return !waits || now - causeTime() > followMillis;
  }
}
