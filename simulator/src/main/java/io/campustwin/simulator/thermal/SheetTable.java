package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Response;
import io.campustwin.simulator.envelope.Window;
import java.util.ArrayList;
import java.util.List;

/** What all skins of a plan do within a step of one length, in columns by skin; a few kilobytes for a whole campus. */
final class SheetTable {
  /** Columns of a mode in {@link Response#columns}: pastOut, pastIn, fade, gainOut, gainIn. */
  static final int WIDTH = Response.WIDTH;

  final double seconds;
  final double[] outer;
  final double[] cross;
  final double[] inner;
  final double[] glass;
  final double[] gapStill;
  final double[] gapSlope;
  final double[] gapRadiation;
  final List<Response> responses = new ArrayList<>();

  SheetTable(Fabric fabric, double seconds) {
    this.seconds = seconds;
    int size = fabric.sheets.size();
    outer = new double[size];
    cross = new double[size];
    inner = new double[size];
    glass = new double[size];
    gapStill = new double[size];
    gapSlope = new double[size];
    gapRadiation = new double[size];
    for (int k = 0; k < size; k++) {
      set(fabric, k);
    }
  }

  private void set(Fabric fabric, int k) {
    Response response = Response.of(fabric.walls.get(k), seconds);
    responses.add(response);
    outer[k] = response.outer;
    cross[k] = response.cross;
    inner[k] = response.inner;
    if (fabric.sheets.get(k).skin() instanceof Window window) {
      glass[k] = window.glassResistance();
      if (window.isDouble()) {
        gapStill[k] = window.gap().conductivity() / window.gap().width();
        gapSlope[k] = window.gap().slope() / window.gap().width();
        gapRadiation[k] = window.gapEmittance();
      }
    }
  }
}
