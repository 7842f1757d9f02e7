package io.campustwin.simulator.envelope;

import io.campustwin.place.Name;
import java.util.List;

/**
 * An opaque wall, floor, roof or inner mass.
 *
 * @param id for messages
 * @param layers from outside to inside
 * @param outside face to the weather
 * @param inside face to the room
 */
public record Construction(String id, List<Layer> layers, Face outside, Face inside)
    implements Skin {
  private static final String WALL = "impossible-wall";

  /** Checks every layer. */
  public Construction {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw HeatFault.of(
          WALL,
          id,
          new Name("没有任何材料层", "has no layer"),
          new Name("至少给出一层", "give at least one layer"));
    }
    for (Layer layer : layers) {
      check(id + "/" + layer.material(), layer);
    }
    check(id, outside);
    check(id, inside);
  }

  /** With ordinary faces. */
  public static Construction of(String id, Layer... layers) {
    return new Construction(id, List.of(layers), Face.ORDINARY, Face.ORDINARY);
  }

  /** Heat flow from face to face without the films, W/(m²K). */
  public double conductance() {
    return 1 / layers.stream().mapToDouble(Layer::resistance).sum();
  }

  private static void check(String id, Layer layer) {
    HeatFault.needPositive(WALL, id, new Name("厚度", "thickness"), layer.thickness());
    HeatFault.needPositive(WALL, id, new Name("导热系数", "conductivity"), layer.conductivity());
    HeatFault.needNotNegative(WALL, id, new Name("密度", "density"), layer.density());
    HeatFault.needNotNegative(WALL, id, new Name("比热", "specific heat"), layer.specificHeat());
  }

  private static void check(String id, Face face) {
    HeatFault.needShare(WALL, id, new Name("太阳吸收率", "solar absorptance"), face.absorptance());
    HeatFault.needShare(WALL, id, new Name("发射率", "emittance"), face.emittance());
  }
}
