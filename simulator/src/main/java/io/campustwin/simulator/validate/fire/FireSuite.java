package io.campustwin.simulator.validate.fire;

import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Suite;

/**
 * {@code campus validate fire}: growth, ceiling jet, detectors, plume, filling of rooms, balances, sight and dose. Most
 * figures are worked examples that the makers of FDS print in their Correlation Guide; the rest are closed forms.
 */
public final class FireSuite {
  private FireSuite() {}

  public static Suite suite() {
    return new CaseSuite("fire")
        .with("growth", Detection::growth)
        .with("ceiling-jet", Detection::ceilingJet)
        .with("heat-detector", Detection::heatDetector)
        .with("smoke-detector", Detection::smokeDetector)
        .with("lag", Detection::lag)
        .with("plume", Filling::plume)
        .with("filling-steady", Filling::steady)
        .with("filling-growing", Filling::growing)
        .with("filling-hot", Filling::hot)
        .with("door", Filling::door)
        .with("layer-open", Filling::openRoom)
        .with("layer-shut", Filling::shutRoom)
        .with("balance", Filling::balance)
        .with("sight", Escape::sight)
        .with("walking", Escape::walking)
        .with("dose", Escape::dose);
  }
}
