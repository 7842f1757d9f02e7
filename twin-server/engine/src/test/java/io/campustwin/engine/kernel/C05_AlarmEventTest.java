package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmView;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every event has its number, and none is missing. */
class C05_AlarmEventTest {
  private final Script script = new Script(AlarmCampus.model(), Rules.none());

  private AlarmView alarms() {
    return script.engine().snapshot().alarms();
  }

  private static String text(AlarmEvent event) {
    return "%d %d %s %s %s %s %s %s"
        .formatted(
            event.number(),
            event.time(),
            event.point(),
            event.alarm(),
            event.kind().word(),
            event.state().word(),
            event.priority().word(),
            event.value());
  }

  @Test
  void a1_aPeakTooShortForAnAlarmIsAnEventAllTheSame() {
    script.run("1 sample EM.voltage 100\n3 sample EM.voltage 230\n20 tick");
    assertThat(alarms().list()).isEmpty();
    assertThat(alarms().listEvents(0, 9))
        .extracting(C05_AlarmEventTest::text)
        .containsExactly(
            "1 1000 EM.voltage  condition normal medium 100.0",
            "2 3000 EM.voltage  gone normal medium 230.0");
  }

  @Test
  void a2_everyStepOfALifeIsAnEvent() {
    script.run("1 sample T1.temp 31\n2 seen T1.temp#1 bob ok\n3 sample T1.temp 20");
    assertThat(alarms().listEvents(0, 9))
        .extracting(C05_AlarmEventTest::text)
        .containsExactly(
            "1 1000 T1.temp  condition normal high 31.0",
            "2 1000 T1.temp T1.temp#1 state unacknowledged high 31.0",
            "3 2000 T1.temp T1.temp#1 state acknowledged high 31.0",
            "4 3000 T1.temp T1.temp#1 gone acknowledged high 20.0",
            "5 3000 T1.temp T1.temp#1 state normal high 31.0");
    assertThat(alarms().listEvents(2, 2)).extracting(AlarmEvent::number).containsExactly(3L, 4L);
    assertThat(alarms().lastEvent()).isEqualTo(5);
    assertThat(alarms().listEvents(5, 9)).isEmpty();
  }

  @Test
  void a3_numbersGoOnAcrossSavesAndNothingIsMissing() {
    List<Long> numbers = new ArrayList<>();
    for (int i = 1; i <= 30_000; i++) {
      String value = i % 2 == 1 ? "31" : "20";
      for (Output output : script.engine().apply(Script.input(i + " sample T1.temp " + value))) {
        if (output instanceof Output.AlarmHappened happened) {
          numbers.add(happened.event().number());
        }
      }
      if (i % 9_999 == 0) {
        script.reloaded();
      }
    }
    assertThat(numbers)
        .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    assertThat(alarms().lastEvent()).isEqualTo(numbers.size());
    assertThat(alarms().listEvents(0, 1_000_000))
        .last()
        .returns((long) numbers.size(), AlarmEvent::number);
  }

  @Test
  void b1_afterACrashTheJournalBringsEveryEventBack() throws IOException {
    MemoryJournalStore store = new MemoryJournalStore();
    List<byte[]> records = new ArrayList<>();
    for (int i = 1; i <= 2_000; i++) {
      Input input = Script.input("%d sample T%d.temp %d".formatted(i, i % 99 + 1, i / 99 % 2 * 40));
      records.add(InputCodec.encode(input));
      script.engine().apply(input);
    }
    store.append(1, records);
    Engine again = Kernel.recover(AlarmCampus.model(), Rules.none(), store);
    assertThat(again.snapshot().alarms().listEvents(0, 100_000))
        .hasSizeGreaterThan(1_900)
        .isEqualTo(alarms().listEvents(0, 100_000));
  }
}
