package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A room of one node in winter: it loses 0.1 K/h for each kelvin to the outdoors and gains 6 K/h while heated. The
 * lesson begins at 08:00 with 20 °C, the day ends at 18:00 with 16 °C.
 */
class E03_OptimumStartTest {
  private static final String SET = """
      version: 1
      id: set
      name: {zh: 设定, en: set}
      timeZone: Asia/Shanghai
      target: {kind: heater, point: zone.setpoint}
      optimumStart: {fixedLead: 3600, maxLead: 10800}
      entries:
      - {days: [mon, tue, wed, thu, fri, sat, sun], at: "08:00", value: 20}
      - {days: [mon, tue, wed, thu, fri, sat, sun], at: "18:00", value: 16}
      """;
  private static final long MINUTE = 60;

  private Script script = new Script(rules());
  private double room = 16;
  private double wanted = 16;
  private double outdoors;
  private double power = 6;

  private static Rules rules() {
    RulesReading reading = RulesReader.read(
        new D01_LinkageTest.TextFiles(Map.of("schedules/set.yaml", SET)), TinyCampus.model());
    assertThat(reading.faults()).isEmpty();
    return reading.rules();
  }

  private static long at(String time) {
    return OffsetDateTime.parse(time + ":00+08:00").toEpochSecond();
  }

  /** Lives one day from 00:00 on; minutes before 08:00 at which the set-point was raised, -1 for not before. */
  private long day(String date) {
    long begin = at(date + "T08:00");
    long raised = -1;
    for (long now = at(date + "T00:00"); now < at(date + "T23:59"); now += MINUTE) {
      double before = wanted;
      minute(now);
      raised = raised < 0 && wanted == 20 && before != 20 ? (begin - now) / MINUTE : raised;
      if (now == begin) {
        atBegin = room;
      }
    }
    return raised;
  }

  private double atBegin;

  private void minute(long now) {
    room += (0.1 * (outdoors - room) + (room < wanted ? power : 0)) / 60;
    List<String> lines = script.run("""
        %1$d sample H1.zone.temperature %2$.3f
        %1$d sample W1.air.temperature %3$.3f
        %1$d sample H1.zone.setpoint %4$.1f
        %1$d tick
        """.formatted(now, room, outdoors, wanted));
    for (String line : lines) {
      if (line.startsWith("write") && line.contains("zone.setpoint=")) {
        wanted = Double.parseDouble(line.replaceAll(".*=([0-9.]+) .*", "$1"));
        script.run(now + " ack " + line.split(" ")[1]);
      }
    }
  }

  @Test
  void a1_anUnknownRoomStartsByTheFixedLeadAndAKnownOneAsLateAsIsEnough() {
    assertThat(day("2026-01-05")).as("nothing is known").isEqualTo(60);
    outdoors = 5;
    for (int day = 6; day < 12; day++) {
      day("2026-01-%02d".formatted(day));
    }
    outdoors = 0;
    long mild = day("2026-01-12");
    assertThat(mild).as("4 K at some 4.2 K/h").isBetween(50L, 65L);
    assertThat(atBegin).isBetween(19.6, 20.2);
    outdoors = -20;
    script = script.reloaded();
    assertThat(day("2026-01-13")).as("4 K at some 2.2 K/h").isBetween(95L, 125L);
    assertThat(atBegin).isBetween(19.6, 20.2);
  }

  @Test
  void a2_neverEarlierThanTheLongestLeadAndNotAtAllWhenItIsWarm() {
    for (int day = 5; day < 12; day++) {
      outdoors = 6 - 3 * (day - 5);
      day("2026-01-%02d".formatted(day));
    }
    outdoors = -43;
    assertThat(day("2026-01-12")).as("it would take for ever").isEqualTo(180);
    outdoors = 20;
    room = 20;
    assertThat(day("2026-01-13")).as("it is as warm as that").isZero();
  }
}
