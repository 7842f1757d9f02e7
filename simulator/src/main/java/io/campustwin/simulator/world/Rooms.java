package io.campustwin.simulator.world;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Space;
import io.campustwin.simulator.building.CampusShell;
import java.util.List;

/** Physical state of all spaces in columns, and what their geometry gives. */
final class Rooms {
  final boolean[] indoor;
  final double[] area;
  final double[] volume;
  final double[] window;
  final double[] inner;
  /** Index among the rooms of {@link #shell}, -1 outdoors. */
  final int[] heated;

  final CampusShell shell;
  final int[] people;
  final double[] air;
  final double[] moisture;
  final double[] co2;
  final double[] dust;
  final double[] lux;
  final double[] lightWatts;
  final double[] deviceWatts;
  final double[] plantWatts;
  final double[] freshAir;
  /** Temperature at which it comes, °C. */
  final double[] freshSupply;

  Rooms(CampusModel model) {
    shell = CampusShell.of(model, 0);
    List<Space> spaces = model.campus().spaces();
    int size = spaces.size();
    indoor = new boolean[size];
    area = new double[size];
    volume = new double[size];
    window = new double[size];
    inner = new double[size];
    heated = new int[size];
    people = new int[size];
    air = new double[size];
    moisture = new double[size];
    co2 = new double[size];
    dust = new double[size];
    lux = new double[size];
    lightWatts = new double[size];
    deviceWatts = new double[size];
    plantWatts = new double[size];
    freshAir = new double[size];
    freshSupply = new double[size];
    int indoors = 0;
    for (int s = 0; s < size; s++) {
      build(spaces.get(s), s);
      heated[s] = indoor[s] ? indoors++ : -1;
      window[s] = indoor[s] ? shell.glass(heated[s]) : 0;
    }
  }

  int size() {
    return indoor.length;
  }

  private void build(Space space, int s) {
    indoor[s] = space.building() != null;
    area[s] = Math.max(1, space.area());
    double height = Math.max(2, space.height());
    volume[s] = area[s] * height;
    inner[s] = 2 * area[s] + space.polygon().getLength() * height;
  }

  void save(ByteWriter out) {
    columns().forEach(out::reals);
    for (int s = 0; s < size(); s++) {
      out.whole(people[s]);
    }
  }

  void load(ByteReader in) {
    columns().forEach(in::reals);
    for (int s = 0; s < size(); s++) {
      people[s] = (int) in.whole();
    }
  }

  private List<double[]> columns() {
    return List.of(
        air, moisture, co2, dust, lux, lightWatts, deviceWatts, plantWatts, freshAir, freshSupply);
  }
}
