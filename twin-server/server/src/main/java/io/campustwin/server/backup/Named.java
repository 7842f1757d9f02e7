package io.campustwin.server.backup;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.place.Name;
import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.storage.StorageException;
import java.io.IOException;

/** Faults of files as the command line says them: one line, with the file and the mend. */
final class Named {
  interface Work<T> {
    T run() throws IOException;
  }

  private Named() {}

  static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (BackupException fault) {
      throw refused(fault.text());
    } catch (JournalFault fault) {
      throw refused(fault.text());
    } catch (StorageException fault) {
      throw refused(fault.text());
    } catch (IOException fault) {
      String what = fault.getClass().getSimpleName() + " " + fault.getMessage();
      throw refused(new Name(
          "无法读写文件（" + what + "）；请检查路径、权限与磁盘空间",
          "a file cannot be read or written (" + what + "); check paths, rights and free space"));
    }
  }

  private static CliException refused(Name text) {
    return CliException.badInput(text.zh(), text.en());
  }
}
