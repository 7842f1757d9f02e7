package io.campustwin.simulator.scenario;

/** A run with what it takes to play it again. */
public record RecordedRun(ScenarioResult result, Replay replay) {}
