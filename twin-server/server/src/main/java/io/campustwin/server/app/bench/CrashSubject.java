package io.campustwin.server.app.bench;

import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.rule.Rules;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The program that is killed: engine and journal as the server has them, a field that does at once what it is told, and
 * a pipe instead of the web. Lines in: {@code w N} is write N, {@code q N} asks for it. Lines out:
 *
 * <pre>
 * r          recovered and ready
 * s N        write N goes to the field
 * a N        write N is acknowledged          x N    it is refused
 * k N C      write N has C items in the ledger
 * </pre>
 *
 * Ends with its input.
 */
public final class CrashSubject {
  /** Stored often, so that many kills fall into one. */
  private static final int SNAPSHOT_INPUTS = 700;

  private static final int OPERATOR = 8;

  private final Kernel kernel;
  private final LineWriter out = new LineWriter(System.out);

  private CrashSubject(SegmentJournal journal) throws IOException {
    kernel = new Kernel(
            Kernel.recover(CrashCampus.model(), Rules.none(), journal),
            journal,
            this::publish,
            System::currentTimeMillis)
        .snapshotEvery(SNAPSHOT_INPUTS)
        .journalOn(Executors.newSingleThreadExecutor(CrashSubject::daemon));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "journal");
    thread.setDaemon(true);
    return thread;
  }

  public static void main(String[] arguments) throws IOException {
    SegmentJournal journal = SegmentJournal.open(DiskFiles.open(Path.of(arguments[0])));
    new CrashSubject(journal).serve();
  }

  private void serve() throws IOException {
    new Thread(kernel::run, "kernel").start();
    out.line("r");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (@Nullable String line = in.readLine(); line != null; line = in.readLine()) {
      long number = Long.parseLong(line.substring(2));
      if (line.startsWith("w")) {
        write(number);
      } else {
        int items = kernel.snapshot().listCommandItems("w" + number).size();
        out.line("k " + number + " " + items);
      }
    }
    kernel.stop();
  }

  private void write(long number) {
    PointId point = PointId.of("D" + number % CrashCampus.POINTS + ".level");
    Value value = Value.of(number / CrashCampus.POINTS % CrashCampus.MOST);
    CommandRequest request =
        new CommandRequest("w" + number, "crash", List.of(point), value, OPERATOR, "bench", 0, 0);
    kernel
        .offer(new Input.Submit(System.currentTimeMillis(), request))
        .whenComplete((done, refusal) -> out.line((refusal == null ? "a " : "x ") + number));
  }

  /** On the writer's thread: the line of a write goes out before anything else can happen. */
  private void publish(List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.Write write) {
        String item = write.write().commandId();
        out.line("s " + item.substring(1, item.indexOf('.')));
        obey(write.write());
      }
    }
    out.flush();
  }

  private void obey(FieldWrite write) {
    long now = System.currentTimeMillis();
    kernel.offer(new Input.Written(now, write.commandId(), WriteOutcome.ACKNOWLEDGED));
    Value value = write.value();
    if (value != null) {
      Sample sample = new Sample(write.point(), value, Quality.GOOD, now, true);
      kernel.offer(new Input.Samples(now, List.of(sample)));
    }
  }
}
