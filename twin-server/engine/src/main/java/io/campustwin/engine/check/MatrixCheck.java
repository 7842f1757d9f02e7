package io.campustwin.engine.check;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.Fault;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.matrix.Difference;
import io.campustwin.engine.matrix.Differences;
import io.campustwin.engine.matrix.Matrix;
import io.campustwin.engine.matrix.MatrixCsv;
import io.campustwin.engine.rule.Origins;
import java.util.ArrayList;
import java.util.List;

/** Holds model and linkages to the approved matrix, {@code matrix.csv} of the campus folder, where there is one. */
public final class MatrixCheck {
  private MatrixCheck() {}

  /** Every departure from the approved matrix; empty if there is none, or no approved matrix. */
  public static List<Fault> of(CampusFiles files, CampusModel model, List<Linkage> linkages) {
    byte[] bytes = files.find(MatrixCsv.FILE).orElse(null);
    if (bytes == null) {
      return List.of();
    }
    MatrixCsv.Reading reading = MatrixCsv.read(bytes);
    List<Fault> faults = new ArrayList<>();
    for (int line : reading.bad()) {
      faults.add(CheckFault.MATRIX_UNREADABLE.at(new Origins.Place(MatrixCsv.FILE, line), ""));
    }
    for (Difference one : Differences.between(reading.matrix(), Matrix.of(model, linkages))) {
      int line = one.row() < 0 ? 0 : reading.lines().get(one.row());
      faults.add(fault(one, new Origins.Place(MatrixCsv.FILE, line)));
    }
    return faults;
  }

  private static Fault fault(Difference one, Origins.Place place) {
    String id = one.linkage() + "." + one.effect();
    return switch (one.kind()) {
      case EFFECT_GONE, CELL_GONE, TARGET_GONE -> CheckFault.MATRIX_GONE.at(place, id, one.where());
      case EFFECT_ADDED, CELL_ADDED, TARGET_ADDED ->
        CheckFault.MATRIX_ADDED.at(place, id, one.where());
      case CHANGED ->
        CheckFault.MATRIX_CHANGED.at(place, id, one.where(), one.approved(), one.found());
    };
  }
}
