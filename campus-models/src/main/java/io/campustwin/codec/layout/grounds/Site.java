package io.campustwin.codec.layout.grounds;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What the grounds are drawn around. The fence is the rectangle from the origin to width and height.
 *
 * @param width m
 * @param height m
 * @param gates the main one first
 */
public record Site(
    double width, double height, List<Gate> gates, List<Block> blocks, Envelope sport) {
  /**
   * A gate in the south or north fence.
   *
   * @param x of the middle of its opening, m
   * @param y m
   * @param width of the opening, m
   * @param box of its gatehouse and forecourt
   */
  public record Gate(double x, double y, double width, Envelope box) {}

  /**
   * A building.
   *
   * @param exits middles of the doors that lead out, each on an edge of the box
   */
  public record Block(Envelope box, List<Coordinate> exits) {}

  /** Boxes that no way may cross. */
  List<Envelope> solids() {
    return Stream.concat(blocks.stream().map(Block::box), Stream.of(sport)).toList();
  }

  /** The narrowest strip along the fence, m. */
  double margin() {
    double margin = Math.min(width, height) / 2;
    for (Envelope box : solids()) {
      double across = Math.min(box.getMinX(), width - box.getMaxX());
      double along = Math.min(box.getMinY(), height - box.getMaxY());
      margin = Math.min(margin, Math.min(across, along));
    }
    return margin;
  }
}
