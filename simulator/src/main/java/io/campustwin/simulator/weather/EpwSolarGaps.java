package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/** Fills missing solar columns of a weather year; see {@link EpwGaps}. */
final class EpwSolarGaps {
  private static final double LOW_SUN = 0.02;
  private final double[] global;
  private final double[] direct;
  private final double[] diffuse;
  private final long[] starts;
  private final SunTrack track;
  private double clearness = 0.5;
  private int gap;

  EpwSolarGaps(double[][] columns, long[] starts, Place place) {
    global = EpwGaps.column(columns, EpwField.GLOBAL);
    direct = EpwGaps.column(columns, EpwField.DIRECT_NORMAL);
    diffuse = EpwGaps.column(columns, EpwField.DIFFUSE);
    this.starts = starts;
    track = new SunTrack(place);
  }

  void fill(int firstLine) {
    for (int i = 0; i < global.length; i++) {
      if (Double.isNaN(global[i] + direct[i] + diffuse[i])) {
        complete(i, firstLine);
      } else {
        gap = 0;
      }
    }
  }

  private void complete(int i, int firstLine) {
    Sun sun = track.during(starts[i], 3600);
    double height = FastMath.sin(sun.elevation());
    if (height <= 0) {
      global[i] = Double.isNaN(global[i]) ? 0 : global[i];
      direct[i] = 0;
      diffuse[i] = global[i];
      return;
    }
    double outside = sun.extraterrestrial() * height;
    if (Double.isNaN(global[i])) {
      withoutGlobal(i, height, outside, firstLine);
    } else {
      gap = 0;
    }
    clearness = Math.min(0.8, global[i] / outside);
    split(i, height, sun.extraterrestrial());
  }

  private void withoutGlobal(int i, double height, double outside, int firstLine) {
    if (!Double.isNaN(direct[i] + diffuse[i])) {
      global[i] = direct[i] * height + diffuse[i];
      gap = 0;
      return;
    }
    gap++;
    if (gap > EpwGaps.LONGEST) {
      throw EpwGaps.tooLong(EpwField.GLOBAL, firstLine + i, gap);
    }
    global[i] = clearness * outside;
  }

  private void split(int i, double height, double extraterrestrial) {
    if (Double.isNaN(diffuse[i])) {
      diffuse[i] = Double.isNaN(direct[i])
          ? global[i] * Erbs.diffuseShare(global[i] / (extraterrestrial * height))
          : Math.max(0, global[i] - direct[i] * height);
    }
    if (Double.isNaN(direct[i])) {
      double beam = height > LOW_SUN ? (global[i] - diffuse[i]) / height : 0;
      direct[i] = Math.max(0, Math.min(extraterrestrial, beam));
    }
  }
}
