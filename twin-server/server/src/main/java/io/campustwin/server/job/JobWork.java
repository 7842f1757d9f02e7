package io.campustwin.server.job;

import io.campustwin.simulator.scenario.RunMonitor;
import java.io.IOException;

/** What a desk has done for each job. */
@FunctionalInterface
interface JobWork {
  /**
   * Works to the end and writes what comes of it.
   *
   * @throws java.util.concurrent.CancellationException if the monitor ends it
   * @throws IOException if it cannot be written
   */
  Job.Outcome run(Job job, RunMonitor monitor) throws IOException;
}
