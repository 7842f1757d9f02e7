package io.campustwin.engine.kernel;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.state.PointDirectory;

/** Which points have an alarm rule, and which of these guard life or property; two array reads. Immutable. */
final class AlarmPoints {
  private final boolean[] ruled;
  private final boolean[] guarding;

  AlarmPoints(PointDirectory directory) {
    ruled = new boolean[directory.size()];
    guarding = new boolean[directory.size()];
    for (int handle = 0; handle < ruled.length; handle++) {
      AlarmRule rule =
          directory.isAlive(handle) ? directory.point(handle).template().alarm() : null;
      ruled[handle] = rule != null;
      guarding[handle] = rule != null && rule.isGuarding();
    }
  }

  boolean hasRule(int handle) {
    return ruled[handle];
  }

  boolean isGuarding(int handle) {
    return guarding[handle];
  }
}
