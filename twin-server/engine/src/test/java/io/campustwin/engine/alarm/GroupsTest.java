package io.campustwin.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final AlarmRule RULE =
      new AlarmRule(AlarmRule.Kind.HIGH, 1, 0, null, 0, 0, AlarmRule.Priority.LOW, false);

  private final List<Announcement> calls = new ArrayList<>();
  private final Groups groups = new Groups(calls::add);

  private static Origin device(int number) {
    return new Origin(Origin.Cause.DEVICE, "X" + number);
  }

  private static String join(Groups groups, Origin origin, long now) {
    PointId point = PointId.of("X.x");
    Alarm alarm =
        new Alarm("X.x#1", point, RULE, AlarmState.NORMAL, now, 0, 0, "", "", "", null, "");
    return groups.join(alarm, origin, now);
  }

  private static byte[] bytes(Groups groups) {
    ByteWriter out = new ByteWriter();
    groups.save(out);
    return out.toBytes();
  }

  private static Groups again(Groups groups) {
    Groups again = new Groups(call -> {});
    again.restore(new ByteReader(bytes(groups)));
    return again;
  }

  @Test
  void everyAlarmIsToldItsGroup() {
    assertThat(join(groups, Origin.ALONE, 0)).isEqualTo("G1");
    assertThat(join(groups, Origin.ALONE, 0)).isEqualTo("G2");
    assertThat(join(groups, device(1), 0)).isEqualTo("G3");
    assertThat(join(groups, device(1), 60_000)).isEqualTo("G3");
    for (int n = 2; n <= 9; n++) {
      assertThat(join(groups, device(n), 1)).isEqualTo("G" + (n + 2));
    }
    assertThat(join(groups, device(20), 1)).isEqualTo("G12");
    assertThat(join(groups, device(21), 1)).isEqualTo("G12");
    assertThat(calls).hasSize(12).last().returns(Origin.FLOOD, Announcement::origin);
  }

  @Test
  void moreThanFiveHundredGroupsAndTheNewestIsStillFoundAfterASave() {
    long now = 0;
    for (int n = 0; n < 600; n++) {
      now = n * 70_000L;
      join(groups, device(n), now);
    }
    Groups restored = again(groups);
    assertThat(restored.freezeGroups().newest(999)).hasSize(Groups.KEPT);
    assertThat(restored.freezeAnnouncements().newest(999))
        .hasSize(Groups.KEPT)
        .first()
        .returns(600L, Announcement::number);
    assertThat(join(groups, device(599), now + 1)).isEqualTo("G600");
    assertThat(join(restored, device(599), now + 1)).isEqualTo("G600");
    assertThat(join(restored, device(700), now + 2)).isEqualTo("G601");
    assertThat(groups.freezeGroups().end() - groups.freezeGroups().start()).isEqualTo(Groups.KEPT);
    assertThat(groups.freezeAnnouncements().end() - groups.freezeAnnouncements().start())
        .isEqualTo(Groups.KEPT);
  }

  @Test
  void groupsThatCanTakeNoMoreMembersAreForgottenAsSuch() {
    join(groups, device(1), 0);
    byte[] open = bytes(groups);
    groups.tick(599_999);
    assertThat(bytes(groups)).isEqualTo(open);
    groups.tick(600_000);
    assertThat(bytes(groups)).hasSizeLessThan(open.length);
    assertThat(groups.freezeGroups().newest(9)).hasSize(1);
  }
}
