package io.campustwin.simulator.validate.campus;

import io.campustwin.simulator.network.CampusTraffic.Kind;
import io.campustwin.simulator.network.FlowNet;
import io.campustwin.simulator.network.Queue;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;

/** Flows of data: the demo school's week, a textbook sharing of links, queues against their closed forms. */
final class NetworkCases {
  private NetworkCases() {}

  static void week(List<Finding> found) {
    DemoWeek week = DemoWeek.run();
    Expect law = new Expect(found, "network", CampusSuite.LAW);
    law.within("flowResidual", week.traffic, "", 0, CampusSuite.EXACT);
    law.info("busiestExit", week.busiest, "");
    law.info("mostIn", week.peak, "Mbps");
    for (Kind kind : Kind.values()) {
      law.info("lack-" + kind, week.world.traffic().lack(kind), "");
    }
  }

  /** Five sessions over four unit links; three of them share the second link, one of those is held back by nothing else. */
  static void fairness(List<Finding> found) {
    int[][] paths = {{0, 1, 2}, {1}, {1}, {2, 3}, {3}};
    FlowNet net = new FlowNet(4, paths);
    for (int link = 0; link < 4; link++) {
      net.capacity(link, 1);
    }
    for (int flow = 0; flow < paths.length; flow++) {
      net.want(flow, 10, 1);
    }
    net.solve();
    double[] published = {1 / 3.0, 1 / 3.0, 1 / 3.0, 0.5, 0.5};
    Expect expect = new Expect(
        found, "fairness", "max-min by hand, Bertsekas and Gallager 1992, section 6.5.2");
    for (int flow = 0; flow < published.length; flow++) {
      expect.near("session-" + (flow + 1), net.rate(flow), "", published[flow], 1e-9);
    }
  }

  static void queue(List<Finding> found) {
    Expect expect = new Expect(found, "queue", "Kleinrock 1975, M/M/1 and M/M/1/K");
    double sending = 0.008;
    expect.near("delay-0.5", Queue.delay(0.5, 1000), "ms", sending / 0.5, 1e-9);
    expect.near("delay-0.8", Queue.delay(0.8, 1000), "ms", sending / 0.2, 1e-6);
    expect.near("loss-1.0", Queue.loss(1), "", 1.0 / (Queue.ROOM + 1), 1e-12);
    expect.near("loss-2.0", Queue.loss(2), "", 0.5, 1e-12);
    expect.near("delay-1.0", Queue.delay(1, 1000), "ms", sending * 101 / 2, 1e-6);
  }
}
