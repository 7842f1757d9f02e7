package io.campustwin.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.network.CampusTraffic.Kind;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares of links, and a school's traffic when the exit is narrow or down. */
class TrafficTest {
  private static final CampusModel MODEL = LittleSchool.model();
  private final CampusTraffic traffic = new CampusTraffic(MODEL);

  private static int count(String kind) {
    return (int) MODEL.equipment().stream().filter(e -> e.kind().equals(kind)).count();
  }

  private void step(double exit, double clients) {
    traffic.exit(exit);
    double[] cells = new double[count("wifi-ap")];
    Arrays.fill(cells, clients);
    double[] wired = new double[count("access-switch")];
    Arrays.fill(wired, 20);
    for (int k = 0; k < wired.length; k++) {
      traffic.link(k, true);
    }
    traffic.step(cells, wired, wired);
  }

  @Test
  void a1_anyNetIsSharedWithoutOverfillingALinkAndEveryFlowHasABottleneck() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int links = 1 + random.nextInt(6);
      int[][] paths = new int[1 + random.nextInt(8)][];
      for (int f = 0; f < paths.length; f++) {
        paths[f] = random.ints(0, links).limit(1 + random.nextInt(3)).distinct().toArray();
      }
      FlowNet net = new FlowNet(links, paths);
      for (int link = 0; link < links; link++) {
        net.capacity(link, 1 + random.nextInt(10));
      }
      for (int f = 0; f < paths.length; f++) {
        net.want(f, random.nextInt(8), 1 + random.nextInt(3));
      }
      net.solve();
      check(net, paths);
    }
  }

  private static void check(FlowNet net, int[][] paths) {
    for (int f = 0; f < paths.length; f++) {
      boolean full = Arrays.stream(paths[f]).anyMatch(link -> net.load(link) > 1 - 1e-9);
      assertThat(full || net.rate(f) == net.wanted(f)).isTrue();
      for (int link : paths[f]) {
        assertThat(net.carried(link)).isLessThanOrEqualTo(net.capacity(link) * (1 + 1e-9));
      }
    }
  }

  @Test
  void b1_aNarrowExitHoldsTheWebBackAndNotThePictures() {
    step(1000, 30);
    assertThat(traffic.lack(Kind.WEB_DOWN)).isZero();
    step(5, 30);
    assertThat(traffic.in()).isCloseTo(5, within(1e-9));
    assertThat(traffic.exitLoad()).isCloseTo(1, within(1e-9));
    assertThat(traffic.lack(Kind.WEB_DOWN)).isBetween(0.1, 1.0);
    assertThat(traffic.lack(Kind.PICTURES)).isZero();
    assertThat(traffic.residual()).isLessThan(1e-9);
  }

  @Test
  void b2_withoutAnExitNothingComesInAndPicturesStillArrive() {
    step(0, 30);
    assertThat(traffic.in()).isZero();
    assertThat(traffic.pictures(0)).isCloseTo(traffic.sent(0), within(1e-9));
  }

  @Test
  void c1_aRingKeepsWhatFitsAndAGapBreaksIt() {
    VideoRing ring = new VideoRing(86_400 * 1e6 / 8 * 10, 1, 0);
    for (int hour = 0; hour < 24 * 30; hour++) {
      ring.step(true, 1, 3600);
    }
    assertThat(ring.oldest()).isCloseTo(10, within(1e-9));
    assertThat(ring.free()).isEqualTo(1);
    ring.step(true, 0.5, 3600);
    assertThat(ring.oldest()).isZero();
    ByteWriter out = new ByteWriter();
    ring.save(out);
    VideoRing other = new VideoRing(86_400 * 1e6 / 8 * 10, 1, 0);
    other.load(new ByteReader(out.toBytes()));
    ring.step(true, 1, 3600);
    other.step(true, 1, 3600);
    assertThat(other.days()).isEqualTo(ring.days());
    assertThat(other.oldest()).isEqualTo(ring.oldest());
  }

  @Test
  void d1_badFiguresAreNamed() {
    FlowNet net = new FlowNet(1, new int[][] {{0}});
    assertThatThrownBy(() -> net.capacity(0, -1)).hasMessage("capacity of link 0 is -1.0");
    assertThatThrownBy(() -> net.want(0, Double.NaN, 1)).hasMessage("demand of flow 0 is NaN");
    assertThatThrownBy(() -> new VideoRing(0, 1, 1)).hasMessageContaining("disk of 0.0 bytes");
  }
}
