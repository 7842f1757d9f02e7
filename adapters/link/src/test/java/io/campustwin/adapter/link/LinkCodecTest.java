package io.campustwin.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every message comes out as it went in. */
class LinkCodecTest {
  private static final PointId POINT = PointId.of("A101-LG1.group.state");

  @Test
  void a1_reports() {
    LinkCodec.Batch batch = new LinkCodec.Batch(
        "e1",
        7,
        List.of(
            new Report.OfSample(new Sample(POINT, Value.of(true), Quality.GOOD, 5, true)),
            new Report.OfSample(new Sample(
                POINT, Value.of(0.1), Quality.bad(Quality.Reason.DEVICE_FAULT), 6, false)),
            new Report.OfSample(new Sample(POINT, Value.of("早"), Quality.GOOD, 7, true)),
            new Report.OfLink(
                new LinkStatus(AdapterKind.BACNET, "BAC-A1", LinkState.RETRYING, 9, "why")),
            new Report.OfSlots(POINT, List.of(new DeviceSlot(8, Value.of(1)))),
            new Report.Complete()));
    assertThat(LinkCodec.batch(LinkCodec.encode(batch), AdapterKind.BACNET)).isEqualTo(batch);
  }

  @Test
  void a2_writesAndOutcomes() {
    FieldWrite write = new FieldWrite("c.1", POINT, Value.of(false), 8, 99);
    FieldWrite relinquish = new FieldWrite("c.2", POINT, null, 16, Long.MAX_VALUE);
    assertThat(LinkCodec.write(LinkCodec.parse(LinkCodec.encode(write)))).isEqualTo(write);
    assertThat(LinkCodec.write(LinkCodec.parse(LinkCodec.encode("D", relinquish))))
        .isEqualTo(relinquish);
    WriteOutcome outcome = WriteOutcome.of(WriteOutcome.Kind.REFUSED, "no");
    assertThat(LinkCodec.outcome(LinkCodec.encode(outcome))).isEqualTo(outcome);
  }

  @Test
  void a3_listsOfPointsAndDiscoveries() {
    assertThat(LinkCodec.points(LinkCodec.encodePoints(List.of(POINT)))).containsExactly(POINT);
    Discovered found = new Discovered("D", "1/binary-output/1", "lamp");
    assertThat(LinkCodec.discovered(LinkCodec.encodeDiscovered(List.of(found))))
        .containsExactly(found);
  }

  @Test
  void b1_anotherVersionOrFormIsRefused() {
    assertThatThrownBy(() -> LinkCodec.parse(bytes("{\"v\":2}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version");
    assertThatThrownBy(() -> LinkCodec.parse(bytes("no")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> LinkCodec.batch(bytes("{\"v\":1,\"i\":[[\"s\",\"P\"]]}"), AdapterKind.BACNET))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
