package io.campustwin.engine.control;

import io.campustwin.signal.Value;
import java.util.List;

/**
 * How a command is to be carried out, apart from what it asks for.
 *
 * @param scene id of the scene it asks for, empty for none
 * @param values of a scene, one for each target; empty if all targets get the same
 * @param waits true if it may wait below a minimum on or off time, false if it is then to be refused
 * @param perSecond items a second at most, 0 for no limit
 * @param watts power that may be on its way up at once, W, 0 for no limit
 */
public record CommandTerms(
    String scene, List<Value> values, boolean waits, int perSecond, double watts) {
  /** At once, one value for all. */
  public static final CommandTerms USUAL = new CommandTerms("", List.of(), true, 0, 0);

  public CommandTerms {
    values = List.copyOf(values);
  }

  /** True if the items are not all sent at once. */
  public boolean staggers() {
    return perSecond > 0 || watts > 0;
  }
}
