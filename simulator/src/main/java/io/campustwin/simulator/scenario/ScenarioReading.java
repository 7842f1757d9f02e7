package io.campustwin.simulator.scenario;

import io.campustwin.codec.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a scenario file.
 *
 * @param scenario null if there is any fault
 * @param faults by line
 */
public record ScenarioReading(@Nullable Scenario scenario, List<Fault> faults) {}
