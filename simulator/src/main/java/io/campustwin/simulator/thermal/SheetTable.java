package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Response;
import io.campustwin.simulator.envelope.Window;
import java.util.ArrayList;
import java.util.List;

/** What all skins of a plan do within a step of one length, in columns by skin; a few kilobytes for a whole campus. */
final class SheetTable {
  final double seconds;
  final double[] outer;
  final double[] cross;
  final double[] inner;
  final int[] modes;
  final int[] at;
  final double[] columns;
  final double[] glass;
  final double[] gapStill;
  final double[] gapSlope;
  final double[] gapRadiation;
  final List<Response> responses = new ArrayList<>();

  SheetTable(Columns plan, double seconds) {
    this.seconds = seconds;
    int size = plan.sheets.size();
    outer = new double[size];
    cross = new double[size];
    inner = new double[size];
    modes = new int[size];
    at = new int[size];
    glass = new double[size];
    gapStill = new double[size];
    gapSlope = new double[size];
    gapRadiation = new double[size];
    int length = 0;
    for (int k = 0; k < size; k++) {
      at[k] = length;
      set(plan, k);
      length += modes[k] * Response.WIDTH;
    }
    columns = new double[length];
    for (int k = 0; k < size; k++) {
      double[] own = responses.get(k).columns;
      System.arraycopy(own, 0, columns, at[k], own.length);
    }
  }

  private void set(Columns plan, int k) {
    Columns.Sheet sheet = plan.sheets.get(k);
    Response straight = Response.of(plan.walls.get(k), seconds);
    Response response = sheet.turned() ? straight.turned() : straight;
    responses.add(response);
    outer[k] = response.outer;
    cross[k] = response.cross;
    inner[k] = response.inner;
    modes[k] = padded(response.stored.length);
    if (sheet.skin() instanceof Window window) {
      glass[k] = window.glassResistance();
      if (window.isDouble()) {
        gapStill[k] = window.gap().conductivity() / window.gap().width();
        gapSlope[k] = window.gap().slope() / window.gap().width();
        gapRadiation[k] = window.gapEmittance();
      }
    }
  }

  /** Places that so many modes take. */
  static int padded(int modes) {
    return (modes + RoomSolver.BLOCK - 1) / RoomSolver.BLOCK * RoomSolver.BLOCK;
  }

  /** Works the past of every face out of its modes; after anything but a step. */
  void remember(Columns plan, HeatState state) {
    for (int s = 0; s < plan.size; s++) {
      int k = plan.skin[s];
      double in = plan.kind[s] == Columns.NEXT ? cross[k] * state.assumed[s] : 0;
      double out = 0;
      int x = plan.state[s];
      int end = at[k] + modes[k] * Response.WIDTH;
      for (int c = at[k]; c < end; c += Response.WIDTH) {
        out += columns[c] * state.modes[x];
        in += columns[c + 1] * state.modes[x++];
      }
      state.past[s] = in;
      state.pastOut[s] = out;
    }
  }

  /** Conductance of a window between its faces, W/(m²K). */
  double window(int k, double outside, double inside) {
    if (gapRadiation[k] == 0) {
      return 1 / glass[k];
    }
    double mean = (outside + inside) / 2;
    double gap =
        gapStill[k] + gapSlope[k] * mean + gapRadiation[k] * Radiation.between(outside, inside);
    return gap / (1 + glass[k] * gap);
  }
}
