package io.campustwin.server.app.bench;

import io.campustwin.server.app.process.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life of the program that is killed, seen from outside. Two threads: one sends, one takes lines. */
final class Subject {
  private final Process process;
  private final BufferedReader lines;
  private final OutputStream input;

  private Subject(Process process) {
    this.process = process;
    this.lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    this.input = process.getOutputStream();
  }

  /** Starts it on a journal. */
  static Subject start(Path folder) throws IOException {
    List<String> command =
        JavaProgram.main(CrashSubject.class.getName(), "256m", List.of(folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(folder.resolveSibling("subject.log").toFile()));
    return new Subject(builder.start());
  }

  /** The next line, null once it is dead and everything it said has been read. */
  @Nullable
  String line() throws IOException {
    return lines.readLine();
  }

  /** False if it is dead. */
  boolean send(String text) {
    try {
      input.write(text.getBytes(StandardCharsets.US_ASCII));
      input.flush();
      return true;
    } catch (IOException dead) {
      return false;
    }
  }

  /** SIGKILL, by the handle: the process itself would close our ends too, and with them what it had still said. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  /** Waits until it is gone, so that the next one finds the journal free. */
  void await() {
    process.onExit().join();
  }
}
