package io.campustwin.engine.linkage;

import io.campustwin.engine.control.CommandRequest;

/** What linkages tell the engine. */
public interface LinkageEvents {
  /** A platform effect's command. */
  void submit(CommandRequest request);

  /** A run began or one of its effects went on. */
  void changed(LinkageRun run);
}
