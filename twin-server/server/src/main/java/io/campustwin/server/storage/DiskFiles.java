package io.campustwin.server.storage;

import io.campustwin.engine.journal.JournalFault;
import io.campustwin.engine.journal.JournalFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal's files in a folder of a local disk. Data is synced with {@code fdatasync}, names by syncing the folder,
 * which every Linux file system that keeps its promises takes as both need it; Windows does not sync folders and needs
 * no telling.
 */
public final class DiskFiles implements JournalFiles {
  private static final boolean SYNCS_FOLDERS =
      !System.getProperty("os.name", "").startsWith("Windows");

  private final Path folder;

  private DiskFiles(Path folder) {
    this.folder = folder;
  }

  /** Opens or makes the folder. */
  public static DiskFiles open(Path folder) throws IOException {
    Files.createDirectories(folder);
    DiskFiles files = new DiskFiles(folder);
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      syncFolder(parent);
    }
    return files;
  }

  @Override
  public List<String> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    }
  }

  @Override
  public byte[] read(String name, long limit) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE, limit));
    }
  }

  @Override
  public Appender create(String name) throws IOException {
    try {
      return new End(
          name,
          FileChannel.open(
              folder.resolve(name),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE));
    } catch (IOException fault) {
      throw named(name, fault);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void sync() throws IOException {
    syncFolder(folder);
  }

  private static void syncFolder(Path folder) throws IOException {
    if (SYNCS_FOLDERS) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** A full disk is told apart, because it mends itself; the system says so only in words. */
  private static IOException named(String name, IOException fault) {
    String words = String.valueOf(fault.getMessage());
    boolean full = words.contains("No space left")
        || words.contains("quota exceeded")
        || words.contains("not enough space");
    return full ? new JournalFault(JournalFault.Kind.DISK_FULL, name, "", fault) : fault;
  }

  /**
   * The end of a file. One that is written again after a sync is a log: room is then made ahead of it with zeros, twice as
   * much each time, because overwriting what is there needs no change of the file's own records and syncs several times
   * as fast. Closing takes the room away again.
   */
  private static final class End implements Appender {
    private static final long FIRST_ROOM = 256 << 10;
    private static final long MOST_ROOM = 4 << 20;
    private static final int ZEROS = 256 << 10;

    private final String name;
    private final FileChannel channel;
    private long length;
    private long filled;
    private long room = FIRST_ROOM;
    private boolean synced;

    End(String name, FileChannel channel) {
      this.name = name;
      this.channel = channel;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      try {
        length = put(ByteBuffer.wrap(bytes), length);
      } catch (IOException fault) {
        throw named(name, fault);
      }
      if (synced && room > 0 && length > filled) {
        makeRoom();
      }
    }

    private long put(ByteBuffer rest, long from) throws IOException {
      long at = from;
      while (rest.hasRemaining()) {
        at += channel.write(rest, at);
      }
      return at;
    }

    /** A disk without the room for it has to do without. */
    private void makeRoom() throws IOException {
      try {
        long until = length + room;
        for (long at = length; at < until; ) {
          at = put(ByteBuffer.allocate((int) Math.min(ZEROS, until - at)), at);
        }
        filled = until;
        room = Math.min(2 * room, MOST_ROOM);
      } catch (IOException full) {
        room = 0;
        channel.truncate(length);
      }
    }

    @Override
    public void force() throws IOException {
      try {
        channel.force(false);
        synced = true;
      } catch (IOException fault) {
        throw named(name, fault);
      }
    }

    @Override
    public void truncate(long to) throws IOException {
      channel.truncate(to);
      length = to;
      filled = to;
    }

    @Override
    public void close() throws IOException {
      try (channel) {
        if (filled > length) {
          channel.truncate(length);
        }
      }
    }
  }
}
