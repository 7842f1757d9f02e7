package io.campustwin.engine.matrix;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every cause that can become true on a campus, in every place, against every effect with its targets. Cells are by
 * linkage, then place, then effect, in the order of the files and of the model.
 */
public record Matrix(List<Cell> cells) {
  public Matrix {
    cells = List.copyOf(cells);
  }

  public static Matrix of(CampusModel model, List<Linkage> linkages) {
    Reach reach = Reach.of(model);
    List<Cell> cells = new ArrayList<>();
    for (Linkage linkage : linkages) {
      reach.causes(linkage).forEach((place, terms) -> {
        List<PointId> causes = terms.stream().flatMap(List::stream).distinct().toList();
        for (Effect effect : linkage.effects()) {
          List<PointId> targets =
              reach.targets(effect, causes).stream().map(Point::id).toList();
          cells.add(cell(linkage, place, effect, targets));
        }
      });
    }
    return new Matrix(cells);
  }

  private static Cell cell(Linkage linkage, String place, Effect effect, List<PointId> targets) {
    return new Cell(
        linkage.id(),
        place,
        effect.id(),
        effect.by(),
        effect.value().toString(),
        effect.limitMillis(),
        targets);
  }

  /** Causes: pairs of linkage and place. */
  public int causes() {
    return (int) cells.stream()
        .map(cell -> Map.entry(cell.linkage(), cell.place()))
        .distinct()
        .count();
  }
}
