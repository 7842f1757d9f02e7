package io.campustwin.server.questdb;

import io.questdb.log.LogFactory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Switches QuestDB's own logging off before it starts: it would write to standard output and keep a thread turning.
 * What goes wrong reaches us as exceptions and as the table's suspended mark.
 */
final class QuietLog {
  private static final String NO_WRITERS = "/io/campustwin/server/questdb/log.conf";
  private static boolean done;

  private QuietLog() {}

  static synchronized void install() {
    if (done) {
      return;
    }
    System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, NO_WRITERS);
    PrintStream err = System.err;
    // It announces its configuration on standard error, whatever the configuration says.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      LogFactory.getInstance();
      LogFactory.haltInstance();
    } finally {
      System.setErr(err);
      System.clearProperty(LogFactory.CONFIG_SYSTEM_PROPERTY);
    }
    done = true;
  }
}
