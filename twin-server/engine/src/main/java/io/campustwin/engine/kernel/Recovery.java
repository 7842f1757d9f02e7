package io.campustwin.engine.kernel;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;

/** Start-up: the newest snapshot, then every record after it. */
final class Recovery {
  private Recovery() {}

  static Engine recover(CampusModel model, Rules rules, JournalStore store) throws IOException {
    JournalStore.Saved saved = store.findSnapshot();
    Engine engine = saved == null ? Engine.of(model, rules) : restore(model, rules, saved);
    try {
      store.read(engine.sequence() + 1, (sequence, record) -> replay(engine, sequence, record));
    } catch (BadBytes e) {
      throw JournalFault.damaged("journal", engine.sequence() + 1, String.valueOf(e.getMessage()));
    }
    return engine;
  }

  private static Engine restore(CampusModel model, Rules rules, JournalStore.Saved saved)
      throws JournalFault {
    try {
      return Engine.restore(model, rules, saved.snapshot());
    } catch (BadBytes e) {
      throw JournalFault.damaged("snapshot", saved.sequence(), String.valueOf(e.getMessage()));
    }
  }

  private static void replay(Engine engine, long sequence, byte[] record) {
    if (sequence != engine.sequence() + 1) {
      throw new BadBytes("the next record is number " + sequence);
    }
    engine.apply(InputCodec.decode(record));
  }
}
