package io.campustwin.simulator.matrix;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.linkage.Cause;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which causes are triggered, and together with which others. Every place of every linkage fires at least once, and as
 * often as it takes until each target of the place was meant by one of its firings, because cameras and doors depend on
 * the very detectors. The next firing takes the detectors that mean the most targets not meant so far (greedy).
 *
 * <p>Firings share a round only if they belong to one linkage, share no target and need nothing of the fire controller:
 * then they cannot touch each other and the result is that of one after the other.
 */
final class MatrixPlan {
  private static final int MOST_FIRINGS = 100;

  private final CampusModel model;
  private final Reach reach;
  private final Map<String, Set<PointId>> gains = new HashMap<>();

  MatrixPlan(CampusModel model) {
    this.model = model;
    this.reach = Reach.of(model);
  }

  List<List<Firing>> rounds(List<Linkage> linkages) {
    List<List<Firing>> rounds = new ArrayList<>();
    for (Linkage linkage : linkages) {
      List<List<Firing>> own = new ArrayList<>();
      reach.causes(linkage).forEach((place, terms) -> firings(linkage, place, terms)
          .forEach(firing -> add(own, firing)));
      rounds.addAll(own);
    }
    return rounds;
  }

  private static void add(List<List<Firing>> rounds, Firing firing) {
    for (List<Firing> round : rounds) {
      if (round.stream().allMatch(other -> areApart(other, firing))) {
        round.add(firing);
        return;
      }
    }
    rounds.add(new ArrayList<>(List.of(firing)));
  }

  private static boolean areApart(Firing one, Firing two) {
    boolean forced = one.causes().stream().allMatch(Trigger::isForced)
        && two.causes().stream().allMatch(Trigger::isForced);
    return forced
        && !one.place().equals(two.place())
        && one.targets().stream().noneMatch(two.targets()::contains);
  }

  private List<Firing> firings(Linkage linkage, String place, List<List<PointId>> terms) {
    List<PointId> all = terms.stream().flatMap(List::stream).toList();
    Set<PointId> missing = targets(linkage, all);
    List<Firing> firings = new ArrayList<>();
    while (firings.isEmpty() || !missing.isEmpty() && firings.size() < MOST_FIRINGS) {
      List<Trigger> causes = choose(linkage, terms, missing);
      Set<PointId> meant =
          targets(linkage, causes.stream().map(cause -> cause.point().id()).toList());
      boolean news = missing.removeAll(meant);
      if (!news && !firings.isEmpty()) {
        return firings;
      }
      firings.add(new Firing(linkage, place, causes, meant));
    }
    return firings;
  }

  private Set<PointId> targets(Linkage linkage, List<PointId> causes) {
    Set<PointId> targets = new LinkedHashSet<>();
    for (Effect effect : linkage.effects()) {
      reach.targets(effect, causes).forEach(point -> targets.add(point.id()));
    }
    return targets;
  }

  /** As many different pieces as the cause asks for; one for each term first, where every term counts. */
  private List<Trigger> choose(Linkage linkage, List<List<PointId>> terms, Set<PointId> missing) {
    Cause cause = linkage.cause();
    List<Trigger> chosen = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int term = 0; cause.everyTerm() && term < terms.size(); term++) {
      best(linkage, List.of(term), terms, missing, used, chosen);
    }
    List<Integer> any = new ArrayList<>();
    for (int term = 0; term < terms.size(); term++) {
      any.add(term);
    }
    while (used.size() < cause.count()) {
      best(linkage, any, terms, missing, used, chosen);
    }
    return chosen;
  }

  private long gain(Linkage linkage, PointId cause, Set<PointId> missing) {
    return gains
        .computeIfAbsent(linkage.id() + " " + cause, key -> targets(linkage, List.of(cause)))
        .stream()
        .filter(missing::contains)
        .count();
  }

  private void best(
      Linkage linkage,
      List<Integer> from,
      List<List<PointId>> terms,
      Set<PointId> missing,
      Set<String> used,
      List<Trigger> chosen) {
    Trigger best = null;
    long most = -1;
    for (int term : from) {
      for (PointId id : terms.get(term)) {
        Point point = model.findPoint(id).orElseThrow();
        long gain = used.contains(point.equipment()) ? -1 : gain(linkage, id, missing);
        if (gain > most) {
          most = gain;
          best = Trigger.of(point, linkage.cause().terms().get(term));
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("no detector left for " + linkage.id() + " with " + used);
    }
    used.add(best.point().equipment());
    chosen.add(best);
  }
}
