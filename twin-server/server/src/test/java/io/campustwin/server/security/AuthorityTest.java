package io.campustwin.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one check: every role against every action, scope and priority. */
class AuthorityTest {
  private static final Target CLOSED_ROOM = new Target("A", false, false, 8);
  private static final Target PUBLIC_ROOM = new Target("A", true, false, 8);
  private static final Target GROUNDS = new Target(null, false, true, 8);

  private static Principal of(String role, String... buildings) {
    return new Principal("someone", Role.find(role).orElseThrow(), Set.of(buildings), false);
  }

  @ParameterizedTest
  @CsvSource({
    "visitor,   SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN",
    "evaluator, GRANTED, ROLE,    ROLE,    GRANTED, ROLE",
    "operator,  GRANTED, GRANTED, GRANTED, ROLE,    ROLE",
    "engineer,  GRANTED, GRANTED, GRANTED, ROLE,    ROLE",
    "admin,     GRANTED, GRANTED, GRANTED, GRANTED, GRANTED"
  })
  void a1_rolesAndActions(
      String role,
      Verdict view,
      Verdict command,
      Verdict acknowledge,
      Verdict audit,
      Verdict users) {
    Principal principal = of(role);
    assertThat(Authority.authorise(principal, Action.VIEW, CLOSED_ROOM)).isEqualTo(view);
    assertThat(Authority.authorise(principal, Action.COMMAND, CLOSED_ROOM)).isEqualTo(command);
    assertThat(Authority.authorise(principal, Action.ACKNOWLEDGE, CLOSED_ROOM))
        .isEqualTo(acknowledge);
    assertThat(Authority.authorise(principal, Action.VIEW_AUDIT, Target.CAMPUS)).isEqualTo(audit);
    assertThat(Authority.authorise(principal, Action.MANAGE_USERS, Target.CAMPUS))
        .isEqualTo(users);
  }

  @ParameterizedTest
  @CsvSource({"operator, 8, 7", "engineer, 5, 4", "admin, 1, 0"})
  void a2_strongestPriority(String role, int weakestAllowed, int tooStrong) {
    Principal principal = of(role);
    assertThat(Authority.authorise(principal, Action.COMMAND, CLOSED_ROOM.at(weakestAllowed)))
        .isEqualTo(Verdict.GRANTED);
    assertThat(Authority.authorise(principal, Action.COMMAND, CLOSED_ROOM.at(tooStrong)))
        .isEqualTo(Verdict.PRIORITY);
  }

  @Test
  void b1_visitorsSeeOnlyWhatIsPublic() {
    assertThat(Authority.authoriseView(Principal.VISITOR, PUBLIC_ROOM)).isEqualTo(Verdict.GRANTED);
    assertThat(Authority.authoriseView(Principal.VISITOR, CLOSED_ROOM)).isEqualTo(Verdict.SIGN_IN);
  }

  @Test
  void b2_scopeIsABuilding() {
    Principal inB = of("operator", "B");
    assertThat(Authority.authorise(inB, Action.COMMAND, CLOSED_ROOM)).isEqualTo(Verdict.PLACE);
    assertThat(Authority.authorise(inB, Action.COMMAND, GROUNDS)).isEqualTo(Verdict.PLACE);
    assertThat(Authority.authoriseView(inB, GROUNDS)).isEqualTo(Verdict.GRANTED);
    assertThat(Authority.authoriseView(inB, CLOSED_ROOM)).isEqualTo(Verdict.PLACE);
    assertThat(Authority.authorise(of("operator", "A"), Action.COMMAND, CLOSED_ROOM))
        .isEqualTo(Verdict.GRANTED);
    assertThat(Authority.authorise(of("admin", "A"), Action.MANAGE_USERS, Target.CAMPUS))
        .isEqualTo(Verdict.PLACE);
  }
}
