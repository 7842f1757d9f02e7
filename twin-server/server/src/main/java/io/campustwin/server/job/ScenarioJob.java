package io.campustwin.server.job;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Name;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.FaultText;
import io.campustwin.simulator.scenario.Scenario;
import io.campustwin.simulator.scenario.ScenarioReader;
import io.campustwin.simulator.scenario.ScenarioReading;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.simulator.scenario.ScenarioRunner;
import io.campustwin.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** One scenario run on virtual time; its document and its journal go to a folder. */
public final class ScenarioJob {
  private ScenarioJob() {}

  /** A bundled scenario by its id, or one from a file. */
  public static Scenario find(String which) {
    Optional<Scenario> bundled = Scenarios.find(which);
    if (bundled.isPresent()) {
      return bundled.get();
    }
    Path file = file(which);
    try {
      ScenarioReading reading = ScenarioReader.read(which, Files.readAllBytes(file));
      Scenario scenario = reading.scenario();
      if (scenario != null) {
        return scenario;
      }
      Name first = FaultText.of(reading.faults().get(0));
      throw CliException.badInput("场景有误：" + first.zh(), "the scenario is wrong: " + first.en());
    } catch (IOException e) {
      throw CliException.badInput(
          "无法读取场景文件 " + file, "the scenario file " + file + " cannot be read");
    }
  }

  private static Path file(String which) {
    try {
      Path file = Path.of(which);
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException notAPath) {
      // refused below, with the same words
    }
    String known = Scenarios.list().stream().map(Scenario::id).collect(Collectors.joining(", "))
        + ", " + MatrixJob.ID;
    throw CliException.badInput(
        "没有场景“" + which + "”；可用：" + known + "，或给出场景文件",
        "there is no scenario '" + which + "'; give a file or one of: " + known);
  }

  /**
   * Runs it and writes {@code run.json} and {@code journal.bin} to the folder.
   *
   * @param progress takes per cent done
   */
  public static ScenarioResult run(
      CampusModel model,
      Rules rules,
      Scenario scenario,
      long seed,
      Path folder,
      IntConsumer progress) {
    OutFolder out = OutFolder.make(folder);
    ScenarioResult result = ScenarioRunner.run(model, rules, scenario, seed, progress);
    out.write("run.json", result.toJson().toPrettyString());
    out.writeRecords("journal.bin", result.journal());
    return result;
  }
}
