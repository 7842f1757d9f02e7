package io.campustwin.server.app.fault;

import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.simulator.fault.FaultKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code campus fault}: faults of a running virtual campus, and proxies before real programs. */
@Command(name = "fault", mixinStandardHelpOptions = true, resourceBundle = FaultCommand.MESSAGES)
public final class FaultCommand {
  static final String MESSAGES = "io.campustwin.server.app.Messages";

  @Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = FaultCommand.MESSAGES)
  int list(@Mixin CommonOptions common, @Mixin WorldDoor door) throws Exception {
    Console console = common.console();
    JsonObject none = new JsonObject().put("faults", new JsonArray());
    JsonObject answer = door.find(new JsonObject().put("do", "list")).orElse(none);
    boolean runs = answer != none;
    JsonArray kinds = new JsonArray();
    Arrays.stream(FaultKind.values()).forEach(kind -> kinds.add(kind.word()));
    console.document(answer.put("running", runs).put("kinds", kinds).put("library", library()));
    console.result("故障种类：", "kinds of faults:");
    Arrays.stream(FaultKind.values()).forEach(kind -> describe(console, kind));
    if (runs) {
      console.result("注入的故障：", "injected:");
      print(console, answer);
    } else {
      console.result(door.noCampus().zh(), door.noCampus().en());
    }
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

  @Command(name = "inject", mixinStandardHelpOptions = true, resourceBundle = FaultCommand.MESSAGES)
  int inject(@Mixin CommonOptions common, @Mixin WorldDoor door, @Mixin FaultWish wish)
      throws Exception {
    JsonObject answer = door.ask(wish.request());
    common.console().document(answer);
    print(common.console(), answer);
    return 0;
  }

  @Command(name = "clear", mixinStandardHelpOptions = true, resourceBundle = FaultCommand.MESSAGES)
  int clear(@Mixin CommonOptions common, @Mixin WorldDoor door) throws Exception {
    JsonObject answer = door.ask(new JsonObject().put("do", "clear"));
    common.console().document(answer);
    common.console().result("已清除全部故障", "all faults are cleared");
    return 0;
  }

  @Command(name = "proxy", mixinStandardHelpOptions = true, resourceBundle = FaultCommand.MESSAGES)
  int proxy(@Mixin CommonOptions common, @Mixin ProxyWish wish) throws Exception {
    wish.stand(common.console());
    return 0;
  }

  private static void print(Console console, JsonObject answer) {
    for (Object fault : answer.getJsonArray("faults")) {
      JsonObject json = (JsonObject) fault;
      String line = json.getString("kind") + "  " + json.getString("target");
      console.result(line, line);
    }
  }
}
