package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalStore;
import java.io.IOException;
import java.nio.file.Path;

/** Everything that one data folder keeps. The one who opens it closes it; closing waits for what is under way. */
public interface Storage extends AutoCloseable {
  /** Where it is kept, below the data folder. */
  Path folder();

  JournalStore journal();

  HistoryStore history();

  UserStore users();

  PatientAudit audit();

  AlarmEventStore alarmEvents();

  @Override
  void close() throws IOException;
}
