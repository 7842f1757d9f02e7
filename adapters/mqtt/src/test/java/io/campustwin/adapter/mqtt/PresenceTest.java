package io.campustwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private final Presence presence = new Presence();

  @Test
  void a1_aDeviceSpeaksForItself() {
    assertThat(presence.device("a", true)).containsExactly(new Presence.Change("a", true));
    assertThat(presence.device("a", true)).isEmpty();
    assertThat(presence.device("a", false)).containsExactly(new Presence.Change("a", false));
    assertThat(presence.isOffline("a")).isTrue();
    assertThat(presence.isOffline("unheard")).isFalse();
  }

  @Test
  void a2_aDeadGroupTakesItsDevicesAlong() {
    presence.group("g", new Payloads.Group(true, List.of("a", "b")));
    presence.device("a", true);
    presence.device("b", false);
    assertThat(presence.group("g", new Payloads.Group(false, List.of("a", "b"))))
        .containsExactly(new Presence.Change("a", false));
    assertThat(presence.group("g", new Payloads.Group(true, List.of("a", "b"))))
        .containsExactly(new Presence.Change("a", true));
  }

  @Test
  void a3_aDeviceOfADeadGroupIsOfflineWhateverItsRetainedWord() {
    presence.group("g", new Payloads.Group(false, List.of("a")));
    assertThat(presence.device("a", true)).isEmpty();
    assertThat(presence.isOffline("a")).isTrue();
  }
}
