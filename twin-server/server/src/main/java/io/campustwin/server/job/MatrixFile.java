package io.campustwin.server.job;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.matrix.Matrix;
import io.campustwin.engine.matrix.MatrixCsv;
import io.campustwin.engine.matrix.MatrixHtml;
import io.campustwin.engine.rule.Rules;
import io.campustwin.server.app.cli.CliException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The cause-and-effect matrix as a file; the ending of its name says which kind. */
public final class MatrixFile {
  private MatrixFile() {}

  public static byte[] of(CampusModel model, Rules rules, Path out) {
    String name = out.toString();
    if (name.endsWith(".csv")) {
      return MatrixCsv.write(Matrix.of(model, rules.linkages()));
    } else if (name.endsWith(".html")) {
      return MatrixHtml.of(model, rules.linkages()).getBytes(StandardCharsets.UTF_8);
    }
    throw CliException.badInput("--out 须以 .html 或 .csv 结尾", "--out must end in .html or .csv");
  }
}
