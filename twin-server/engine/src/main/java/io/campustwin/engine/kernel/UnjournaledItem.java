package io.campustwin.engine.kernel;

/**
 * A life-safety write that was sent before it was in the journal.
 *
 * @param commandItem whose write it was
 * @param sent epoch ms
 */
public record UnjournaledItem(String commandItem, long sent) {}
