package io.campustwin.engine.rule;

import io.campustwin.codec.Fault;
import java.util.List;

/**
 * What came of reading the rules of a campus.
 *
 * @param rules those without a fault
 * @param faults all that were found, by file and line
 * @param origins where each rule stands
 */
public record RulesReading(Rules rules, List<Fault> faults, Origins origins) {}
