package io.campustwin.standard;

import java.util.List;

/**
 * How an indicator is verified; what does not belong to the mode is empty.
 *
 * @param query for inventory: what is counted
 * @param metric for measured: what is measured
 * @param aggregation for measured: over what and how
 * @param threshold for inventory and measured
 * @param projectThreshold true if the threshold is a default of this project, not of the document
 * @param scenarios ids, for scenario
 * @param pass for scenario: what decides
 * @param attach for evidence: types of evidence
 * @param look for evidence: what to look at
 */
public record Verification(
    Mode mode,
    String query,
    String metric,
    String aggregation,
    String threshold,
    boolean projectThreshold,
    List<String> scenarios,
    String pass,
    List<String> attach,
    String look) {}
