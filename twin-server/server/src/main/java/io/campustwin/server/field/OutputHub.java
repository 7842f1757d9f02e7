package io.campustwin.server.field;

import io.campustwin.engine.kernel.Output;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every group of outputs to all listeners, in order, on the writer's thread. A listener that throws is logged
 * and does not keep the others from theirs.
 */
public final class OutputHub implements Consumer<List<Output>> {
  private static final Logger LOG = LoggerFactory.getLogger(OutputHub.class);

  private final List<Consumer<List<Output>>> listeners = new CopyOnWriteArrayList<>();

  public void listen(Consumer<List<Output>> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(List<Output> outputs) {
    for (Consumer<List<Output>> listener : listeners) {
      try {
        listener.accept(outputs);
      } catch (RuntimeException fault) {
        LOG.error("a listener failed on {} outputs", outputs.size(), fault);
      }
    }
  }
}
