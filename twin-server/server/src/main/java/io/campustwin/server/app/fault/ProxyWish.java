package io.campustwin.server.app.fault;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.Console;
import io.campustwin.simulator.serve.proxy.Disturbance;
import io.campustwin.simulator.serve.proxy.TcpProxy;
import io.campustwin.simulator.serve.proxy.UdpProxy;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a proxy stands, what it does to traffic and when, in wall time; it stands until the program is ended. */
final class ProxyWish {
  private static final int PORTS = 65_536;
  private static final double LONGEST = 1e9;

  @Parameters(paramLabel = "tcp|udp", descriptionKey = "proxy.protocol")
  String protocol = "";

  @Option(names = "--to", required = true, paramLabel = "HOST:PORT", descriptionKey = "proxy.to")
  String to = "";

  @Option(names = "--listen", paramLabel = "PORT", descriptionKey = "proxy.listen")
  int listen;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  long seed = 1;

  @Option(names = "--after", paramLabel = "SECONDS", descriptionKey = "proxy.after")
  double after;

  @Option(names = "--for", paramLabel = "SECONDS", descriptionKey = "proxy.for")
  double seconds;

  @Option(names = "--delay", paramLabel = "MS", descriptionKey = "proxy.delay")
  int delay;

  @Option(names = "--jitter", paramLabel = "MS", descriptionKey = "proxy.jitter")
  int jitter;

  @Option(names = "--loss", paramLabel = "0..1", descriptionKey = "proxy.loss")
  double loss;

  @Option(names = "--duplicate", paramLabel = "0..1", descriptionKey = "proxy.duplicate")
  double duplicate;

  @Option(names = "--reorder", paramLabel = "0..1", descriptionKey = "proxy.reorder")
  double reorder;

  @Option(names = "--slow", paramLabel = "BYTES/S", descriptionKey = "proxy.slow")
  int slow;

  @Option(names = "--down", descriptionKey = "proxy.down")
  boolean down;

  /** A proxy that listens. */
  private record Standing(int port, Consumer<Disturbance> line) {}

  /** Stands there and does not return; says when the disturbance begins and ends. */
  void stand(Console console) throws InterruptedException {
    Disturbance disturbance = disturbance();
    Standing proxy = start(target());
    proxy.line().accept(after > 0 ? Disturbance.NONE : disturbance);
    console.document(new JsonObject().put("ready", true).put("port", proxy.port()));
    console.result("代理已就绪，端口 " + proxy.port(), "the proxy is ready at port " + proxy.port());
    if (after > 0) {
      pause(after);
      proxy.line().accept(disturbance);
      console.note("开始干扰", "the disturbance begins");
    }
    if (seconds > 0) {
      pause(seconds);
      proxy.line().accept(Disturbance.NONE);
      console.note("干扰结束，照常通过", "the disturbance is over, all passes");
    }
    new CountDownLatch(1).await();
  }

  private static void pause(double seconds) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
  }

  private Standing start(InetSocketAddress target) {
    try {
      if (protocol.equals("tcp")) {
        TcpProxy proxy = TcpProxy.start(target, listen, seed);
        return new Standing(proxy.port(), proxy::disturb);
      }
      UdpProxy proxy = UdpProxy.start(target, listen, seed);
      return new Standing(proxy.port(), proxy::disturb);
    } catch (IOException taken) {
      throw CliException.badInput(
          "无法在端口 " + listen + " 监听：" + taken.getMessage() + "；请用 --listen 另选",
          "cannot listen at port " + listen + ": " + taken.getMessage()
              + "; give another --listen");
    }
  }

  private Disturbance disturbance() {
    check(protocol.equals("tcp") || protocol.equals("udp"), "请给出 tcp 或 udp", "give tcp or udp");
    check(
        protocol.equals("udp") || duplicate == 0 && reorder == 0,
        "--duplicate 与 --reorder 只用于 udp：TCP 会掩盖它们",
        "--duplicate and --reorder are for udp: TCP hides them");
    check(listen >= 0 && listen < PORTS, "--listen 须为 0 到 65535", "--listen must be 0 to 65535");
    check(
        after >= 0 && after <= LONGEST && seconds >= 0 && seconds <= LONGEST,
        "--after 与 --for 须不小于 0",
        "--after and --for must be 0 or more");
    try {
      return new Disturbance(down, delay, jitter, loss, duplicate, reorder, slow);
    } catch (IllegalArgumentException bad) {
      throw CliException.badInput(
          "比例须为 0 到 1，时间与速率不得为负", "shares are 0 to 1, times and rates not negative");
    }
  }

  private static void check(boolean holds, String zh, String en) {
    if (!holds) {
      throw CliException.badInput(zh, en);
    }
  }

  private InetSocketAddress target() {
    int colon = to.lastIndexOf(':');
    int port = port(to.substring(colon + 1));
    check(
        colon > 0 && port > 0 && port < PORTS,
        "--to 须为 HOST:PORT，如 127.0.0.1:1883",
        "--to must be HOST:PORT, such as 127.0.0.1:1883");
    InetSocketAddress target = new InetSocketAddress(to.substring(0, colon), port);
    check(
        !target.isUnresolved(),
        "--to：找不到主机“" + target.getHostString() + "”",
        "--to: there is no host '" + target.getHostString() + "'");
    return target;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notAPort) {
      return 0;
    }
  }
}
