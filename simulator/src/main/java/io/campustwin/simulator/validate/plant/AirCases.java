package io.campustwin.simulator.validate.plant;

import io.campustwin.simulator.plant.AirHandler;
import io.campustwin.simulator.plant.FanCoil;
import io.campustwin.simulator.plant.HeatRecovery;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Coils, plates and handlers of air. */
final class AirCases {
  private AirCases() {}

  static void coil(List<Finding> found) {
    FanCoil coil = new FanCoil(3600, 5400);
    Expect rating = new Expect(found, "coil", "GB/T 19232-2019: rated at 7/27 °C and at 60/21 °C");
    rating.near("cooling", coil.coldest(7, 27), "W", 3600, 1e-9);
    rating.near("heating", coil.warmest(60, 21), "W", 5400, 1e-9);
    Expect law =
        new Expect(found, "coil", "constant effectiveness: in proportion to water less air");
    law.near("heating-45C", coil.warmest(45, 20), "W", 5400 * 25 / 39.0, 1e-9);
    law.near("warmWaterCannotCool", coil.coldest(40, 26), "W", 0, 0);
  }

  /** The closed form, and an exchanger cut into slices and marched through, which knows nothing of it. */
  static void recovery(List<Finding> found) {
    Expect form = new Expect(found, "recovery", "Kays and London: NTU / (1 + NTU) at equal flows");
    for (double ntu : new double[] {0.5, 1.5, 3}) {
      double ours = HeatRecovery.ofTransferUnits(ntu).effectiveness();
      form.near("ntu-" + ntu, ours, "", ntu / (1 + ntu), 1e-12);
      new Expect(found, "recovery", "slices of an exchanger, marched to rest")
          .near("slices-" + ntu, ours, "", sliced(ntu), 0.002);
    }
    form.near("halfFlow", HeatRecovery.STANDARD.at(0.5).effectiveness(), "", half(), 1e-9);
    HeatRecovery plates = HeatRecovery.STANDARD;
    Expect law = new Expect(found, "recovery", "what one stream loses the other gains");
    double gain = plates.supply(-3, 20) + 3;
    law.near("bothStreams", gain, "K", 20 - plates.exhaust(-3, 20), 1e-12);
    Expect frost = new Expect(
        found, "recovery", "EnergyPlus HeatExchanger:AirToAir: exhaust not below 1.7 °C");
    frost.near("exhaust--25C", plates.exhaust(-25, 20), "°C", 1.7, 1e-9);
    frost.near("bypass", plates.supply(18, 26), "°C", 18, 0);
  }

  private static double half() {
    double ntu = 1.5 * FastMath.pow(2, 0.2);
    return ntu / (1 + ntu);
  }

  /** Warm air of 1 enters at one end, cold air of 0 at the other; sweeps until nothing moves. */
  private static double sliced(double ntu) {
    int size = 400;
    double[] warm = new double[size + 1];
    double[] cold = new double[size + 1];
    double step = ntu / size;
    warm[0] = 1;
    for (int sweep = 0; sweep < 4 * size; sweep++) {
      for (int i = 0; i < size; i++) {
        double crosses = step * (warm[i] - cold[i + 1]) / (1 + step);
        warm[i + 1] = warm[i] - crosses;
        cold[i] = cold[i + 1] + crosses;
      }
    }
    return cold[0];
  }

  /** Two hours at -5 °C with water of 60 °C, and two at half flow at 30 °C with water of 7 °C. */
  static void handler(List<Finding> found) {
    season(found, new AirHandler(2, 3600, true), new AirHandler.Streams(2, -5, 20), 60);
    season(found, new AirHandler(2, 3600, true), new AirHandler.Streams(1, 30, 26), 7);
  }

  private static void season(
      List<Finding> found, AirHandler handler, AirHandler.Streams air, double water) {
    double worst = 0;
    for (int minute = 0; minute < 120; minute++) {
      handler.step(air, water, 60);
      double came = handler.recovered() + handler.fan() + handler.given();
      double gone = AirHandler.AIR * air.flow() * (handler.supply() - air.outdoor());
      worst = Math.max(worst, Math.abs(came - gone) / Math.abs(handler.recovered()));
    }
    String at = "-" + air.outdoor() + "C";
    new Expect(found, "handler", "plates, fan and coil against the air that is supplied")
        .within("heatResidual" + at, worst, "", 0, 1e-12);
    new Expect(found, "handler", "set point of the supply, held by its valve")
        .near("supply" + at, handler.supply(), "°C", 20, 0.1);
    double cube = 3600 * air.flow() * air.flow() * air.flow() / 8;
    new Expect(found, "handler", "laws of fans: power by the cube of the flow")
        .near("fans" + at, handler.power(), "W", cube, 1e-9);
  }
}
