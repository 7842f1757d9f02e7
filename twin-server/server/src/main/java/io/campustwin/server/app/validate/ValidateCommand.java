package io.campustwin.server.app.validate;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code campus validate}: runs published cases and prints our figures beside theirs. Ends with 1 if one misses. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    resourceBundle = "io.campustwin.server.app.Messages")
public final class ValidateCommand implements Callable<Integer> {
  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "bestest|solar|pv|air|rc|evacuation|ahead",
      descriptionKey = "suite")
  private String name = "";

  @Option(names = "--case", paramLabel = "ID", descriptionKey = "case")
  private @Nullable String only;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Console console = common.console();
    Suite suite = Suites.find(name).orElseThrow(() -> unknownSuite(name));
    List<Finding> findings = suite.run(wanted(suite));
    JsonObject document = document(suite, findings);
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("validate-" + name + ".json"), document.encodePrettily());
    }
    console.document(document);
    findings.forEach(
        each -> console.result(line(each, "通过", "不通过", "参考"), line(each, "pass", "FAIL", "info")));
    return findings.stream().anyMatch(each -> each.verdict() == Finding.Verdict.FAIL) ? 1 : 0;
  }

  private Predicate<String> wanted(Suite suite) {
    String wanted = only;
    if (wanted == null) {
      return id -> true;
    }
    if (!suite.cases().contains(wanted)) {
      String known = String.join(", ", suite.cases());
      throw CliException.badInput(
          "没有算例 " + wanted + "；可用：" + known, "no case " + wanted + "; there are: " + known);
    }
    return wanted::equals;
  }

  private static CliException unknownSuite(String name) {
    String known = String.join(", ", Suites.names());
    return CliException.badInput(
        "没有验证集 " + name + "；可用：" + known, "no suite " + name + "; there are: " + known);
  }

  private static JsonObject document(Suite suite, List<Finding> findings) {
    JsonArray results = new JsonArray();
    findings.forEach(each -> results.add(new JsonObject(each.toJson().toString())));
    return new JsonObject().put("suite", suite.name()).put("results", results);
  }

  private static String line(Finding each, String pass, String fail, String info) {
    String verdict =
        switch (each.verdict()) {
          case PASS -> pass;
          case FAIL -> fail;
          case INFO -> info;
        };
    return String.format(
        Locale.ROOT,
        "%-12s %-22s %12.4f %-8s [%s, %s]  %-6s %s",
        each.test(),
        each.metric(),
        each.value(),
        each.unit(),
        bound(each.low()),
        bound(each.high()),
        verdict,
        each.source());
  }

  private static String bound(double bound) {
    return Double.isNaN(bound) ? "–" : String.format(Locale.ROOT, "%.4f", bound);
  }
}
