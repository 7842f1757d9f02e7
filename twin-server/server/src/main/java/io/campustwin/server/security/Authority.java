package io.campustwin.server.security;

/** The one check that every door uses. Pure: no state, no clock. */
public final class Authority {
  private Authority() {}

  /** Whether {@code principal} may do {@code action} to {@code target}. What is not granted is denied. */
  public static Verdict authorise(Principal principal, Action action, Target target) {
    if (!principal.role().mayDo(action)) {
      return principal.isVisitor() ? Verdict.SIGN_IN : Verdict.ROLE;
    }
    if (action == Action.VIEW_PUBLIC && !target.isPublic()) {
      return Verdict.SIGN_IN;
    }
    if (!isInScope(principal, action, target)) {
      return Verdict.PLACE;
    }
    if (action == Action.COMMAND && target.priority() < principal.role().strongest()) {
      return Verdict.PRIORITY;
    }
    return Verdict.GRANTED;
  }

  /** Whether {@code principal} may see {@code target} at all: by right, or because it is public. */
  public static Verdict authoriseView(Principal principal, Target target) {
    if (target.isPublic()) {
      return Verdict.GRANTED;
    }
    return authorise(principal, Action.VIEW, target);
  }

  private static boolean isInScope(Principal principal, Action action, Target target) {
    if (principal.buildings().isEmpty() || target.isPublic() && action == Action.VIEW_PUBLIC) {
      return true;
    }
    if (target.building() == null) {
      return action == Action.VIEW && target.outdoors();
    }
    return principal.buildings().contains(target.building());
  }
}
