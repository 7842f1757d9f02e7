package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Independence of detectors, windows of time, modes. Monday is 2026-03-02, in Shanghai. */
class D02_CauseTest {
  private static final String EFFECTS = """
      effects:
      - {id: doors, name: {zh: 门, en: d}, by: platform, where: egress-doors, kind: access-door, point: door.lock, value: released}
      """;

  /** A linkage with this cause, alone. */
  static Rules rules(String cause, String... more) {
    Map<String, String> files = new HashMap<>();
    files.put(
        "linkages/x.yaml",
        "version: 1\nid: x\nname: {zh: 甲, en: x}\ncause: " + cause + "\n" + EFFECTS);
    for (int i = 0; i < more.length; i += 2) {
      files.put(more[i], more[i + 1]);
    }
    RulesReading reading =
        RulesReader.read(new D01_LinkageTest.TextFiles(files), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static boolean fires(Script script, String lines) {
    return script.run(lines).stream().anyMatch(line -> line.matches("linkage:x#.* sent"));
  }

  private static long at(String time) {
    return ZonedDateTime.parse("2026-03-" + time + ":00+08:00[Asia/Shanghai]").toEpochSecond();
  }

  /** One tick a moment, with D1 in alarm since the first; which of them open the cause. */
  private static List<Boolean> opens(Rules rules, String... times) {
    return List.of(times).stream()
        .map(time -> {
          Script script = new Script(rules);
          return fires(script, at(time) + " sample D1.detector.state alarm");
        })
        .toList();
  }

  @Test
  void a1_ofTwoTermsEachNeedsAPieceOfItsOwn() {
    String cause =
        "{within: fire-compartment, count: 2, every: true, terms: [{kind: detector, point: detector.state, is: alarm}, {kind: thermometer, point: temp, above: 40}]}";
    Script script = new Script(rules(cause));
    assertThat(fires(script, "1 sample D1.detector.state alarm\n2 sample D2.detector.state alarm"))
        .isFalse();
    assertThat(fires(script, "3 sample T1.temp 40")).isFalse();
    assertThat(fires(script, "4 sample T1.temp 41")).isTrue();
  }

  @Test
  void a2_oneFanThatMeetsBothTermsIsOnePiece() {
    String terms =
        "terms: [{kind: fan, point: unit.mode, is: cool}, {kind: fan, point: set.point, below: 20}, {kind: detector, point: detector.state, is: alarm}]}";
    Script three = new Script(rules("{within: storey, count: 3, every: true, " + terms));
    String said =
        "1 sample F1.unit.mode cool\n1 sample F1.set.point 18\n1 sample D1.detector.state alarm\n2 sample D2.detector.state alarm";
    assertThat(fires(three, said)).isFalse();
    Script loose = new Script(rules("{within: storey, count: 2, every: true, " + terms));
    assertThat(fires(loose, said)).isTrue();
  }

  @Test
  void a3_theSameDetectorTwiceNeverCounts() {
    String cause =
        "{within: fire-compartment, count: 2, terms: [{kind: detector, point: detector.state, is: alarm}, {kind: detector, point: detector.state, is: fault}]}";
    Script script = new Script(rules(cause));
    assertThat(fires(script, """
                1 sample D1.detector.state alarm
                2 sample D1.detector.state alarm
                3 sample D1.detector.state fault
                4 sample D1.detector.state alarm
                """)).isFalse();
    assertThat(fires(script.reloaded(), "5 sample D2.detector.state fault")).isTrue();
  }

  private static String with(String when) {
    return "{within: equipment, when: " + when
        + ", terms: [{kind: detector, point: detector.state, is: alarm}]}";
  }

  @Test
  void b1_aWindowBeginsAtItsFirstAndEndsBeforeItsLastMinute() {
    Rules rules = rules(with("{days: [mon], from: '08:00', to: '09:00', timeZone: Asia/Shanghai}"));
    assertThat(opens(rules, "02T07:59", "02T08:00", "02T08:59", "02T09:00", "03T08:30"))
        .containsExactly(false, true, true, false, false);
  }

  @Test
  void b2_aWindowOverMidnightBelongsToTheDayItBegan() {
    Rules rules = rules(with("{days: [mon], from: '22:00', to: '06:00', timeZone: Asia/Shanghai}"));
    assertThat(opens(rules, "02T05:59", "02T21:59", "02T22:00", "03T05:59", "03T06:00", "03T22:00"))
        .containsExactly(false, false, true, true, false, false);
  }

  @Test
  void b3_aCauseThatHoldsFiresWhenItsWindowOpensAndAgainTheNextTime() {
    Script script = new Script(
        rules(with("{days: [mon, tue], from: '08:00', to: '09:00', timeZone: Asia/Shanghai}")));
    assertThat(fires(script, at("02T07:00") + " sample D1.detector.state alarm"))
        .isFalse();
    assertThat(fires(script, (at("02T08:00") - 1) + " tick")).isFalse();
    assertThat(fires(script.reloaded(), at("02T08:00") + " tick")).isTrue();
    assertThat(fires(script, at("02T08:30") + " tick")).isFalse();
    assertThat(fires(script.reloaded(), at("02T10:00") + " tick")).isFalse();
    assertThat(fires(script, at("03T08:00") + " tick")).isTrue();
  }

  @Test
  void c1_aModeByDatesHoldsOnItsFirstAndLastDay() {
    String holiday = """
        version: 1
        id: holiday
        name: {zh: 假期, en: holiday}
        dates: [{from: 2026-03-03, to: 2026-03-04}]
        """;
    Rules rules =
        rules(with("{modes: [holiday], timeZone: Asia/Shanghai}"), "modes/holiday.yaml", holiday);
    assertThat(opens(rules, "02T23:59", "03T00:00", "04T23:59", "05T00:00"))
        .containsExactly(false, true, true, false);
  }

  @Test
  void c2_aModeByPointFollowsItsLastGoodWord() {
    String open =
        "version: 1\nid: open\nname: {zh: 开放, en: open}\npoint: A1.door.lock\nis: released\n";
    Script script = new Script(rules(with("{modes: [open]}"), "modes/open.yaml", open));
    assertThat(fires(script, "1 sample D1.detector.state alarm\n2 tick")).isFalse();
    assertThat(fires(script, "3 sample A1.door.lock locked\n4 tick")).isFalse();
    assertThat(fires(script, "5 sample A1.door.lock released\n6 tick")).isTrue();
  }
}
