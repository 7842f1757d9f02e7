package io.campustwin.simulator.smoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gas that changes places in one step. All moves are gathered first and done together, so that their order does not
 * count; what would empty a layer is held back.
 */
final class Moves {
  private static final double LEAST_HEAT = 1e-3;

  private final Layers layers;
  private final Books books;
  private final List<Stream> streams = new ArrayList<>();
  private final double[] fromUpper;
  private final double[] fromLower;
  private final double[] kelvin;
  private final double[][] part;

  /** kg/s from a layer of a room into a layer of another, or out, at a height. */
  private record Stream(
      int from, boolean smoke, int to, boolean intoSmoke, double flow, double at) {}

  Moves(Layers layers, Books books) {
    this.layers = layers;
    this.books = books;
    fromUpper = new double[layers.rooms.length];
    fromLower = new double[layers.rooms.length];
    kelvin = new double[layers.rooms.length];
    part = new double[Layers.KINDS][layers.rooms.length];
  }

  void begin() {
    streams.clear();
    Arrays.fill(fromUpper, 0);
    Arrays.fill(fromLower, 0);
  }

  private void add(Stream stream) {
    if (stream.flow <= 0) {
      return;
    }
    streams.add(stream);
    if (stream.from != Opening.OUTSIDE) {
      (stream.smoke ? fromUpper : fromLower)[stream.from] += stream.flow;
    }
  }

  /** Air that the fires of a room lift. */
  void plume(int room, Burning burning) {
    add(new Stream(room, false, room, true, burning.lifted[room], 0));
  }

  /** A fan takes from the upper layer, or from the lower one while there is none. */
  void draw(int room, double cubicMetres) {
    boolean smoke = layers.hasSmoke(room);
    double density = Air.density(smoke ? layers.upperKelvin(room) : layers.air);
    add(new Stream(room, smoke, Opening.OUTSIDE, false, cubicMetres * density, 0));
  }

  /** Streams of an opening, with the air that spilling smoke draws in on its way up. */
  void pass(Opening opening, VentFlow flow) {
    for (int k = 0; k < VentFlow.STREAMS; k++) {
      if (flow.mass[k] > 0) {
        int from = k < 2 ? opening.a() : opening.b();
        int to = k < 2 ? opening.b() : opening.a();
        boolean smoke = k % 2 == 0;
        double at = flow.moment[k] / flow.mass[k];
        add(new Stream(from, smoke, to, smoke, flow.mass[k], at));
        if (smoke && to != Opening.OUTSIDE) {
          spill(from, to, flow.mass[k], at);
        }
      }
    }
  }

  private void spill(int from, int to, double flow, double at) {
    double rise = layers.edge(to) - at;
    double kilowatts = flow * Air.CP * (layers.upperKelvin(from) - layers.air) / 1000;
    if (rise > 0 && kilowatts > LEAST_HEAT) {
      double begin = Plume.height(kilowatts, flow, layers.air);
      double grown = Plume.massFlow(kilowatts, begin + rise, layers.air);
      add(new Stream(to, false, to, true, grown - flow, at));
    }
  }

  void apply(double seconds, double most) {
    for (int i = 0; i < fromUpper.length; i++) {
      fromUpper[i] = share(layers.upper[i], fromUpper[i] * seconds, most);
      fromLower[i] = share(layers.lower[i], fromLower[i] * seconds, most);
    }
    remember();
    for (Stream stream : streams) {
      double mass = stream.flow * seconds * held(stream);
      boolean smoke = stream.smoke && stream.from != Opening.OUTSIDE;
      take(stream, mass, smoke ? kelvin[stream.from] : layers.air);
      put(stream, mass, smoke ? kelvin[stream.from] : layers.air);
      for (int kind = 0; smoke && kind < Layers.KINDS; kind++) {
        carry(stream, kind, mass * part[kind][stream.from]);
      }
    }
  }

  /** What the upper layers are like before anything moves. */
  private void remember() {
    for (int i = 0; i < kelvin.length; i++) {
      kelvin[i] = layers.upperKelvin(i);
      for (int kind = 0; kind < Layers.KINDS; kind++) {
        part[kind][i] = layers.share(kind, i);
      }
    }
  }

  private static double share(double there, double wanted, double most) {
    return wanted <= most * there ? 1 : most * there / wanted;
  }

  private double held(Stream stream) {
    if (stream.from == Opening.OUTSIDE) {
      return 1;
    }
    return (stream.smoke ? fromUpper : fromLower)[stream.from];
  }

  private void take(Stream stream, double mass, double kelvin) {
    int room = stream.from;
    if (room == Opening.OUTSIDE) {
      books.massIn += mass;
      books.warmthIn += mass * kelvin;
    } else if (stream.smoke) {
      layers.upper[room] -= mass;
      layers.heat[room] -= mass * kelvin;
    } else {
      layers.lower[room] -= mass;
    }
  }

  private void put(Stream stream, double mass, double kelvin) {
    int room = stream.to;
    if (room == Opening.OUTSIDE) {
      books.massIn -= mass;
      books.warmthIn -= mass * kelvin;
    } else if (stream.intoSmoke) {
      layers.upper[room] += mass;
      layers.heat[room] += mass * kelvin;
    } else {
      layers.lower[room] += mass;
    }
  }

  private void carry(Stream stream, int kind, double mass) {
    layers.load[kind][stream.from] -= mass;
    if (stream.to != Opening.OUTSIDE) {
      layers.load[kind][stream.to] += mass;
    } else if (kind == Layers.SOOT) {
      books.sootOut += mass;
    }
  }
}
