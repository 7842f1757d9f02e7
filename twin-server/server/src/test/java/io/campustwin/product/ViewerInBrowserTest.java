package io.campustwin.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the viewer's tests in Chromium ({@code web-viewer/browser}) against this build of the product and shows each of
 * them as a test of its own. Without node, npm or Chromium they are skipped, but where {@code CI=true} they fail.
 */
class ViewerInBrowserTest {
  private static final Path VIEWER =
      Path.of("../../web-viewer").toAbsolutePath().normalize();
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final int LONGEST_MINUTES = 25;

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> viewer() throws Exception {
    boolean mustRun = "true".equals(System.getenv("CI"));
    String missing = findMissing().orElse("");
    if (!missing.isEmpty() && mustRun) {
      fail(missing + " is missing; install nodejs, npm and chromium");
    }
    assumeTrue(missing.isEmpty(), () -> missing + " is missing on this machine");
    Path report = folder.resolve("report.json");
    String said = run(report);
    assertThat(report).as("%s", said).exists();
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode results = Product.JSON.readTree(report.toFile());
    for (JsonNode file : results.path("testResults")) {
      add(tests, file);
    }
    assertThat(tests).as("%s", said).isNotEmpty();
    return tests.stream();
  }

  private static void add(List<DynamicTest> tests, JsonNode file) {
    Path path = Path.of(file.path("name").asText());
    String name = path.getFileName().toString().replace(".spec.ts", "");
    if (file.path("assertionResults").isEmpty()) {
      tests.add(DynamicTest.dynamicTest(name, () -> fail(file.path("message").asText())));
    }
    for (JsonNode test : file.path("assertionResults")) {
      String title = name + ": " + test.path("fullName").asText();
      tests.add(DynamicTest.dynamicTest(title, () -> judge(test)));
    }
  }

  private static void judge(JsonNode test) {
    String status = test.path("status").asText();
    assumeTrue(!List.of("skipped", "pending", "todo").contains(status), "skipped by itself");
    assertThat(status).as("%s", test.path("failureMessages")).isEqualTo("passed");
  }

  private static Optional<String> findMissing() {
    if (!Programs.isOnPath("node") || !Programs.isOnPath("npm")) {
      return Optional.of("node with npm");
    }
    boolean found = BROWSERS.stream().anyMatch(program -> Files.isExecutable(Path.of(program)))
        || System.getenv("CHROMIUM") != null;
    return found ? Optional.empty() : Optional.of("chromium");
  }

  /** Runs all of them to the end, whatever they say; gives what they printed. */
  private String run(Path report) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(
            "npm",
            "run",
            "browser",
            "--",
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json=" + report)
        .directory(VIEWER.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(Map.of(
            "CAMPUS_COMMAND", Product.JSON.writeValueAsString(Product.command()), "NO_COLOR", "1"));
    Process process = builder.start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      fail("the browser tests took longer than " + LONGEST_MINUTES + " minutes: "
          + Files.readString(output));
    }
    return Files.readString(output);
  }
}
