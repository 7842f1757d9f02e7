package io.campustwin.simulator.scenario;

import java.util.function.IntConsumer;

/** Follows a run from the thread that runs it. */
public interface RunMonitor {
  /** Takes per cent done, at most once each. */
  void percent(int done);

  /** Asked at every virtual second; true ends the run with a {@code CancellationException}. */
  boolean isCancelled();

  /** One that lets every run go to its end. */
  static RunMonitor of(IntConsumer progress) {
    return new RunMonitor() {
      @Override
      public void percent(int done) {
        progress.accept(done);
      }

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }
}
