package io.campustwin.server.app;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.server.app.process.SecretFile;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.serve.proxy.Disturbance;
import io.campustwin.simulator.serve.proxy.TcpProxy;
import io.campustwin.simulator.serve.proxy.UdpProxy;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus fault}: faults of a running virtual campus. */
@Command(name = "fault", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
final class FaultCommand {
  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int list(@Mixin CommonOptions common, @Mixin Door door) throws Exception {
    Console console = common.console();
    JsonObject answer = door.ask(new JsonObject().put("do", "list"));
    JsonArray kinds = new JsonArray();
    Arrays.stream(FaultKind.values()).forEach(kind -> kinds.add(kind.word()));
    console.document(answer.put("kinds", kinds).put("library", library()));
    console.result("故障种类：", "kinds of faults:");
    Arrays.stream(FaultKind.values()).forEach(kind -> describe(console, kind));
    console.result("注入的故障：", "injected:");
    print(console, answer);
    return 0;
  }

  private static JsonArray library() {
    JsonArray all = new JsonArray();
    for (FaultKind kind : FaultKind.values()) {
      all.add(new JsonObject()
          .put("kind", kind.word())
          .put("layer", kind.layer().word())
          .put("target", kind.aim().words().en())
          .put("unit", kind.scale().unit())
          .put("usual", kind.scale().isUsed() ? kind.scale().usual() : null)
          .put("grows", kind.scale().grows())
          .put("zh", kind.effect().zh())
          .put("en", kind.effect().en())
          .put("source", kind.source()));
    }
    return all;
  }

  private static void describe(Console console, FaultKind kind) {
    FaultKind.Scale scale = kind.scale();
    String usual = scale.isUsed() ? "  --severity " + scale.usual() + " " + scale.unit() : "";
    String start = String.format(Locale.ROOT, "  %-18s", kind.word());
    console.result(
        start + kind.effect().zh() + "；目标：" + kind.aim().words().zh() + usual,
        start + kind.effect().en() + "; target: " + kind.aim().words().en() + usual);
  }

  @Command(name = "inject", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int inject(@Mixin CommonOptions common, @Mixin Door door, @Mixin Wish wish) throws Exception {
    JsonObject answer = door.ask(wish.request());
    common.console().document(answer);
    print(common.console(), answer);
    return 0;
  }

  /** What is to go wrong, where, when and how badly. */
  static final class Wish {
    @Parameters(paramLabel = "KIND", descriptionKey = "fault.kind")
    String kind = "";

    @Option(names = "--target", required = true, paramLabel = "ID", descriptionKey = "target")
    String target = "";

    @Option(names = "--for", paramLabel = "SECONDS", descriptionKey = "for")
    double seconds;

    @Option(names = "--after", paramLabel = "SECONDS", descriptionKey = "after")
    double after;

    @Option(names = "--ramp", paramLabel = "SECONDS", descriptionKey = "ramp")
    double ramp;

    @Option(names = "--severity", paramLabel = "X", descriptionKey = "severity")
    @Nullable
    Double severity;

    JsonObject request() {
      if (FaultKind.find(kind).isEmpty()) {
        throw CliException.badInput(
            "没有故障种类“" + kind + "”；可用：" + words(),
            "there is no kind of fault '" + kind + "'; give one of: " + words());
      }
      check("--for", seconds);
      check("--after", after);
      check("--ramp", ramp);
      Double x = severity;
      if (x != null && !Double.isFinite(x)) {
        throw CliException.badInput("--severity 须为有限的数", "--severity must be a finite number");
      }
      JsonObject request = new JsonObject()
          .put("do", "inject")
          .put("kind", kind)
          .put("target", target)
          .put("for", (long) Math.ceil(seconds))
          .put("after", (long) Math.ceil(after))
          .put("ramp", (long) Math.ceil(ramp));
      return x == null ? request : request.put("severity", x);
    }

    private static void check(String option, double seconds) {
      if (!(seconds >= 0 && seconds <= 1e9)) {
        throw CliException.badInput(option + " 须不小于 0", option + " must be 0 or more");
      }
    }
  }

  @Command(name = "clear", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int clear(@Mixin CommonOptions common, @Mixin Door door) throws Exception {
    JsonObject answer = door.ask(new JsonObject().put("do", "clear"));
    common.console().document(answer);
    common.console().result("已清除全部故障", "all faults are cleared");
    return 0;
  }

  @Command(name = "proxy", mixinStandardHelpOptions = true, resourceBundle = Main.MESSAGES)
  int proxy(@Mixin CommonOptions common, @Mixin ProxyWish wish) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    int port = wish.start();
    common.console().document(new JsonObject().put("ready", true).put("port", port));
    common.console().result("代理已就绪，端口 " + port, "the proxy is ready at port " + port);
    end.await();
    return 0;
  }

  /** Where a proxy stands and what it does; until the program is ended. */
  static final class ProxyWish {
    @Parameters(paramLabel = "tcp|udp", descriptionKey = "proxy.protocol")
    String protocol = "";

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", descriptionKey = "proxy.to")
    String to = "";

    @Option(names = "--listen", paramLabel = "PORT", descriptionKey = "proxy.listen")
    int listen;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
    long seed = 1;

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

    int start() throws IOException {
      Disturbance disturbance = disturbance();
      if (protocol.equals("tcp")) {
        TcpProxy proxy = TcpProxy.start(target(), listen, seed);
        proxy.disturb(disturbance);
        return proxy.port();
      } else if (protocol.equals("udp")) {
        UdpProxy proxy = UdpProxy.start(target(), listen, seed);
        proxy.disturb(disturbance);
        return proxy.port();
      }
      throw CliException.badInput("请给出 tcp 或 udp", "give tcp or udp");
    }

    private Disturbance disturbance() {
      try {
        return new Disturbance(down, delay, jitter, loss, duplicate, reorder, slow);
      } catch (IllegalArgumentException bad) {
        throw CliException.badInput(
            "比例须为 0 到 1，时间与速率不得为负", "shares are 0 to 1, times and rates not negative");
      }
    }

    private InetSocketAddress target() {
      int colon = to.lastIndexOf(':');
      try {
        int port = Integer.parseInt(to.substring(colon + 1));
        if (colon > 0 && port > 0 && port < 65_536) {
          return new InetSocketAddress(to.substring(0, colon), port);
        }
      } catch (NumberFormatException notAPort) {
        // refused below
      }
      throw CliException.badInput(
          "--to 须为 HOST:PORT，如 127.0.0.1:1883", "--to must be HOST:PORT, such as 127.0.0.1:1883");
    }
  }

  private static String words() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
  }

  private static void print(Console console, JsonObject answer) {
    for (Object fault : answer.getJsonArray("faults")) {
      JsonObject json = (JsonObject) fault;
      String line = json.getString("kind") + "  " + json.getString("target");
      console.result(line, line);
    }
  }

  /** The way to the virtual campus of a data folder. */
  static final class Door {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    Path data = Path.of("data");

    JsonObject ask(JsonObject body) throws IOException, InterruptedException {
      HttpResponse<String> answer = send(body);
      if (answer.statusCode() != 200) {
        throw notRunning();
      }
      JsonObject json = new JsonObject(answer.body());
      if (!json.getBoolean("ok", false)) {
        throw CliException.badInput(
            "故障未注入：" + json.getString("zh"), "the fault is not in force: " + json.getString("en"));
      }
      return json;
    }

    private HttpResponse<String> send(JsonObject body) throws IOException, InterruptedException {
      JsonObject door = SecretFile.read(data.resolve("control.json")).orElseThrow(this::notRunning);
      HttpRequest request = HttpRequest.newBuilder(URI.create(door.getString("url")))
          .timeout(Duration.ofSeconds(15))
          .header("Authorization", "Bearer " + door.getString("secret"))
          .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
          .build();
      try {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      } catch (IOException gone) {
        throw notRunning();
      }
    }

    private CliException notRunning() {
      return CliException.badInput(
          "数据目录 " + data + " 没有运行中的虚拟校园；请先运行 campus run，或用 --data 指定",
          "no virtual campus runs on the data folder " + data
              + "; start 'campus run' first, or give its folder with --data");
    }
  }
}
