package io.campustwin.adapter.spi;

/**
 * Counts since start.
 *
 * @param samples reported
 * @param rejected reports that could not be used (not convertible, unknown)
 * @param writes asked for
 * @param failedWrites writes that were not acknowledged
 * @param reconnects links built again
 * @param clockOffsetMillis device time minus ours, of the newest report; 0 if unknown
 */
public record AdapterStatistics(
    long samples,
    long rejected,
    long writes,
    long failedWrites,
    long reconnects,
    long clockOffsetMillis) {}
