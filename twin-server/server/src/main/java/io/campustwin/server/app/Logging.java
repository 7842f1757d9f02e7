package io.campustwin.server.app;

import io.reactivex.plugins.RxJavaPlugins;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Logging of the process: one line an event on standard error, set before the first logger. What the MQTT client's
 * library has left over when a client is closed goes to the log instead of the console.
 */
final class Logging {
  private Logging() {}

  static void configure() {
    RxJavaPlugins.setErrorHandler(late ->
        Logger.getLogger("io.campustwin").log(Level.FINE, "after an MQTT client's end", late));
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream settings = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
