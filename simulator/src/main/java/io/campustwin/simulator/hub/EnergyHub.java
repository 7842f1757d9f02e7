package io.campustwin.simulator.hub;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.plant.Chiller;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;

/**
 * The cheapest hour of a {@link HubDesign}: a linear program (simplex of Commons Math) over what is bought, sold, burnt,
 * stored and converted, with a balance each for power, heat and cold. Energy in the battery is worth what lies between the
 * cheapest way to get it and the dearest it replaces, so it fills with cheap or spare power and empties at dear hours without
 * knowing the future. What nothing can give is bought at a price beyond all others and named, so every hour has an answer.
 *
 * <p>Boiler 0.92 of the lower heating value (GB 50189), combined heat and power 0.35 electric and 0.45 heat, heat pumps 0.42
 * of Carnot to 45 °C, {@link Chiller} for cold, battery 0.95 each way. Gas 9.9 kWh/m³ and 0.202 kg CO2/kWh (IPCC 2006),
 * electricity 0.5703 kg/kWh (China's grid, 2022), sold at Henan's 0.3779 yuan/kWh, gas at 3.0 yuan/m³ (ours). About 0.1 ms.
 */
public final class EnergyHub {
  /** Of natural gas, kWh/m³. */
  public static final double GAS_HEAT = 9.9;

  static final double GAS_PRICE = 3.0 / GAS_HEAT;
  static final double SOLD = 0.3779;
  static final double BOILER = 0.92;
  static final double CHP_POWER = 0.35;
  static final double CHP_HEAT = 0.45;
  static final double STORE = 0.95;
  private static final double GAS_CARBON = 0.202;
  private static final double GRID_CARBON = 0.5703;
  private static final double BEYOND = 1000;
  private static final double WARM = 318.15;
  private static final double CARNOT = 0.42;

  private static final int BUY = 0;
  private static final int SELL = 1;
  private static final int SUN = 2;
  private static final int IN = 3;
  private static final int OUT = 4;
  private static final int BOIL = 5;
  private static final int CHP = 6;
  private static final int PUMP = 7;
  private static final int COOL = 8;
  private static final int WASTE = 9;
  private static final int LACK = 10;
  private static final int SIZE = 13;

  private final HubDesign design;
  private final double worth;
  private double stored;

  /**
   * @param cheapest price of electricity in a day, yuan/kWh
   * @param dearest price of electricity in a day, yuan/kWh
   */
  public EnergyHub(HubDesign design, double cheapest, double dearest) {
    this.design = design;
    worth = (Math.min(cheapest, SOLD) / STORE + dearest * STORE) / 2;
    stored = design.battery() / 2;
  }

  /** Heat for electricity of the heat pumps. */
  public static double pumping(double outdoor) {
    double lift = Math.max(10, WARM - 273.15 - outdoor);
    return Math.max(1.5, Math.min(5, CARNOT * WARM / lift));
  }

  /** Dispatches an hour and moves the battery on. */
  public Dispatch step(HubHour hour) {
    double[] x = solve(hour);
    stored += x[IN] * STORE - x[OUT] / STORE;
    stored = Math.max(0, Math.min(design.battery(), stored));
    return new Dispatch(
        x[BUY],
        x[SELL],
        x[SUN],
        x[IN],
        x[OUT],
        x[BOIL],
        x[CHP],
        x[PUMP],
        x[COOL],
        x[WASTE],
        List.of(x[LACK], x[LACK + 1], x[LACK + 2]),
        stored);
  }

  private double[] solve(HubHour hour) {
    List<LinearConstraint> rules = new ArrayList<>();
    rules.add(new LinearConstraint(power(), Relationship.EQ, hour.power()));
    rules.add(new LinearConstraint(heat(hour.outdoor()), Relationship.EQ, hour.heat()));
    rules.add(new LinearConstraint(cold(hour.outdoor()), Relationship.EQ, hour.cold()));
    limits(hour, rules);
    return new SimplexSolver()
        .optimize(
            new LinearObjectiveFunction(prices(hour), 0),
            new LinearConstraintSet(rules),
            new NonNegativeConstraint(true))
        .getPoint();
  }

  /** Of each flow, yuan/kWh. */
  private double[] prices(HubHour hour) {
    double[] cost = new double[SIZE];
    cost[BUY] = hour.price();
    cost[SELL] = -Math.min(SOLD, 0.99 * hour.price());
    cost[IN] = -worth * STORE;
    cost[OUT] = worth / STORE;
    cost[BOIL] = GAS_PRICE;
    cost[CHP] = GAS_PRICE;
    cost[WASTE] = 1e-6;
    for (int carrier = 0; carrier < 3; carrier++) {
      cost[LACK + carrier] = BEYOND;
    }
    return cost;
  }

  private static double[] power() {
    double[] row = new double[SIZE];
    row[BUY] = 1;
    row[SELL] = -1;
    row[SUN] = 1;
    row[IN] = -1;
    row[OUT] = 1;
    row[CHP] = CHP_POWER;
    row[PUMP] = -1;
    row[COOL] = -1;
    row[LACK] = 1;
    return row;
  }

  private static double[] heat(double outdoor) {
    double[] row = new double[SIZE];
    row[BOIL] = BOILER;
    row[CHP] = CHP_HEAT;
    row[PUMP] = pumping(outdoor);
    row[WASTE] = -1;
    row[LACK + 1] = 1;
    return row;
  }

  private static double[] cold(double outdoor) {
    double[] row = new double[SIZE];
    row[COOL] = Chiller.performance(outdoor);
    row[LACK + 2] = 1;
    return row;
  }

  private void limits(HubHour hour, List<LinearConstraint> rules) {
    double[] most = new double[LACK];
    most[BUY] = design.grid();
    most[SELL] = design.grid();
    most[SUN] = hour.solar();
    most[IN] = Math.min(design.battery() / 2, (design.battery() - stored) / STORE);
    most[OUT] = Math.min(design.battery() / 2, stored * STORE);
    most[BOIL] = design.boiler() / BOILER;
    most[CHP] = design.chp() / CHP_POWER;
    most[PUMP] = design.heatPump() / pumping(hour.outdoor());
    most[COOL] = design.chiller() / Chiller.performance(hour.outdoor());
    most[WASTE] = design.chp() / CHP_POWER * CHP_HEAT;
    for (int i = 0; i < LACK; i++) {
      double[] row = new double[SIZE];
      row[i] = 1;
      rules.add(new LinearConstraint(row, Relationship.LEQ, Math.max(0, most[i])));
    }
  }

  /** The worst of what a dispatch's three balances miss, over what they move. */
  public static double residual(HubHour hour, Dispatch done) {
    double given = done.bought()
        + done.solar()
        + done.discharged()
        + CHP_POWER * done.chpGas()
        + done.lacking().get(0);
    double taken = hour.power() + done.sold() + done.charged() + done.heatPump() + done.chiller();
    double warm = BOILER * done.boilerGas()
        + CHP_HEAT * done.chpGas()
        + pumping(hour.outdoor()) * done.heatPump()
        + done.lacking().get(1);
    double heat = hour.heat() + done.wasted();
    double cool =
        Chiller.performance(hour.outdoor()) * done.chiller() + done.lacking().get(2);
    return Math.max(off(given, taken), Math.max(off(warm, heat), off(cool, hour.cold())));
  }

  private static double off(double given, double taken) {
    return Math.abs(given - taken) / Math.max(1, taken);
  }

  /** What an hour costs, yuan: electricity less what is sold, and gas with that of the kitchens. */
  public static double cost(HubHour hour, Dispatch done) {
    double gas = done.boilerGas() + done.chpGas() + hour.gas();
    return hour.price() * done.bought()
        - Math.min(SOLD, 0.99 * hour.price()) * done.sold()
        + GAS_PRICE * gas;
  }

  /** kg CO2 of an hour; what is sold saves none. */
  public static double carbon(HubHour hour, Dispatch done) {
    double gas = done.boilerGas() + done.chpGas() + hour.gas();
    return GRID_CARBON * done.bought() + GAS_CARBON * gas;
  }

  /** In the battery, kWh. */
  public double stored() {
    return stored;
  }

  public void save(ByteWriter out) {
    out.real(stored);
  }

  public void load(ByteReader in) {
    stored = in.finite();
  }
}
