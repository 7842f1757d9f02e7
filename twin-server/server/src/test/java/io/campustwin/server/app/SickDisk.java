package io.campustwin.server.app;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalFiles;
import io.campustwin.server.storage.DiskFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real folder on a disk that falls ill when told: it fails to sync, with the words of the system, or has no room. A
 * write without room leaves half of its bytes, as disks do. Any thread.
 */
final class SickDisk implements JournalFiles {
  private final JournalFiles files;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile Illness illness = Illness.NONE;

  /** What is wrong with it. */
  enum Illness {
    NONE,
    SYNC_FAILED,
    DISK_FULL
  }

  private SickDisk(JournalFiles files) {
    this.files = files;
  }

  static SickDisk open(Path folder) throws IOException {
    return new SickDisk(DiskFiles.open(folder));
  }

  void fall(Illness ill) {
    illness = ill;
  }

  void heal() {
    illness = Illness.NONE;
  }

  /** Calls that it has failed. */
  int refusals() {
    return refusals.get();
  }

  private void room(String name) throws IOException {
    if (illness == Illness.DISK_FULL) {
      refusals.incrementAndGet();
      throw new JournalFault(JournalFault.Kind.DISK_FULL, name, "", null);
    }
  }

  private void sound() throws IOException {
    if (illness == Illness.SYNC_FAILED) {
      refusals.incrementAndGet();
      throw new IOException("Input/output error");
    }
  }

  @Override
  public List<String> list() throws IOException {
    return files.list();
  }

  @Override
  public byte[] read(String name, long limit) throws IOException {
    return files.read(name, limit);
  }

  @Override
  public Appender create(String name) throws IOException {
    room(name);
    return new End(name, files.create(name));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    files.rename(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    files.delete(name);
  }

  @Override
  public void sync() throws IOException {
    sound();
    files.sync();
  }

  private final class End implements Appender {
    private final String name;
    private final Appender end;

    End(String name, Appender end) {
      this.name = name;
      this.end = end;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (illness == Illness.DISK_FULL) {
        end.write(java.util.Arrays.copyOf(bytes, bytes.length / 2));
      }
      room(name);
      end.write(bytes);
    }

    @Override
    public void force() throws IOException {
      sound();
      end.force();
    }

    @Override
    public void truncate(long length) throws IOException {
      end.truncate(length);
    }

    @Override
    public void close() throws IOException {
      end.close();
    }
  }
}
