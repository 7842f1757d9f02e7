package io.campustwin.simulator.validate;

import java.util.List;
import java.util.function.Predicate;

/** Published cases of one subject. Deterministic. */
public interface Suite {
  /** As on the command line, such as {@code bestest}. */
  String name();

  /** Ids of all cases, in the order in which they are run. */
  List<String> cases();

  /** Runs the wanted cases and gives their figures, case by case. */
  List<Finding> run(Predicate<String> wanted);
}
