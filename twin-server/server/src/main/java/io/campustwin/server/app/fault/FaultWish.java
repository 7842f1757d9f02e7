package io.campustwin.server.app.fault;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.simulator.fault.FaultKind;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to go wrong, where, when and how badly. */
final class FaultWish {
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

  private static String words() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
  }
}
