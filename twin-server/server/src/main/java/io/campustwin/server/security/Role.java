package io.campustwin.server.security;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an account is. Each role lists its actions; what is not listed is denied. {@code strongest} is the lowest level
 * of the priority array (the strongest) that it may write: levels 1 to 4 belong to life safety and critical equipment,
 * 8 is the manual operator's.
 */
public enum Role {
  VISITOR(17, EnumSet.of(Action.VIEW_PUBLIC)),
  EVALUATOR(17, EnumSet.of(Action.VIEW_PUBLIC, Action.VIEW, Action.VIEW_AUDIT, Action.SIMULATE)),
  OPERATOR(
      8,
      EnumSet.of(
          Action.VIEW_PUBLIC,
          Action.VIEW,
          Action.COMMAND,
          Action.ACKNOWLEDGE,
          Action.WORK_LINKAGES,
          Action.RESET_ALARM,
          Action.SHELVE_ALARM,
          Action.SERVICE_ALARM)),
  ENGINEER(
      5,
      EnumSet.of(
          Action.VIEW_PUBLIC,
          Action.VIEW,
          Action.COMMAND,
          Action.ACKNOWLEDGE,
          Action.WORK_LINKAGES,
          Action.MANAGE_RULES,
          Action.RESET_ALARM,
          Action.SHELVE_ALARM,
          Action.SERVICE_ALARM,
          Action.SERVICE_GUARD,
          Action.SIMULATE)),
  ADMIN(1, EnumSet.allOf(Action.class));

  private final int strongest;
  private final Set<Action> actions;

  Role(int strongest, Set<Action> actions) {
    this.strongest = strongest;
    this.actions = actions;
  }

  /** Lowest level it may write; 17 for none. */
  public int strongest() {
    return strongest;
  }

  boolean mayDo(Action action) {
    return actions.contains(action);
  }

  /** Such as {@code operator}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> find(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
