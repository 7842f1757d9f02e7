package io.campustwin.server.app.cli;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.codec.CampusReading;
import io.campustwin.codec.Fault;
import io.campustwin.engine.check.MatrixCheck;
import io.campustwin.engine.check.RulesCheck;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A campus given on the command line: {@code demo}, {@code small} or a folder.
 *
 * @param rules none if there are faults
 * @param reading with the faults of the rules among its own
 */
public record CampusChoice(String name, CampusFiles files, CampusReading reading, Rules rules) {
  /** Reads the campus; refuses a name that is neither bundled nor a folder. */
  public static CampusChoice read(String name) {
    CampusFiles files = BundledCampus.find(name).orElseGet(() -> folder(name));
    CampusReading reading = CampusReader.read(files);
    CampusModel model = reading.model();
    if (model == null) {
      return new CampusChoice(name, files, reading, Rules.none());
    }
    RulesReading rules = RulesReader.read(files, model);
    if (rules.faults().isEmpty()) {
      return new CampusChoice(name, files, reading, rules.rules());
    }
    List<Fault> faults = new ArrayList<>(reading.faults());
    faults.addAll(rules.faults());
    return new CampusChoice(name, files, new CampusReading(null, faults), Rules.none());
  }

  private static CampusFiles folder(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path) && Files.isRegularFile(path.resolve("campus.yaml"))) {
        return new FolderFiles(path);
      }
    } catch (InvalidPathException notAPath) {
      // refused below, with the same words
    }
    throw CliException.badInput(
        "没有校园“" + name + "”：请用 demo、small 或含 campus.yaml 的目录",
        "there is no campus '" + name + "': give demo, small or a folder that holds campus.yaml");
  }

  /** All that is wrong: with the files, and where they read well, with the rules against each other and the matrix. */
  public List<Fault> check() {
    CampusModel model = reading.model();
    if (model == null) {
      return reading.faults();
    }
    RulesReading read = RulesReader.read(files, model);
    List<Fault> faults = new ArrayList<>(read.faults());
    faults.addAll(RulesCheck.of(model, read));
    faults.addAll(MatrixCheck.of(files, model, read.rules().linkages()));
    return faults;
  }

  /** The model; with faults, lists them on the console and refuses. */
  public CampusModel modelOrRefuse(Console console) {
    CampusModel model = reading.model();
    if (model != null) {
      return model;
    }
    reading.faults().forEach(fault -> console.note(FaultText.of(fault)));
    int count = reading.faults().size();
    throw CliException.badInput(
        "校园“" + name + "”有 " + count + " 处错误，见上；也可运行 campus model check",
        "campus '" + name + "' has " + count + " fault(s), listed above; 'campus model check' shows"
            + " them too");
  }
}
