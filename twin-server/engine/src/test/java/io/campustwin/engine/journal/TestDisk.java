package io.campustwin.engine.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files in memory that tells what was written from what was synced. It fails calls as it is told, and
 * {@link #afterCrash} gives the folder that a machine may find after its power went: unsynced bytes dropped, cut or
 * stirred by the sector, unsynced names as they were before or after.
 */
public final class TestDisk implements JournalFiles {
  private static final int SECTOR = 512;

  /** The power goes. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Decides before each call; {@code call} is the method's name. */
  public interface Faults {
    void check(String call, String file) throws IOException;
  }

  private static final class Content {
    private byte[] bytes = new byte[0];
    private byte[] durable = new byte[0];
  }

  private final Map<String, Content> names = new HashMap<>();
  private final Map<String, Content> durableNames = new HashMap<>();
  private Faults faults = (call, file) -> {};
  private int syncs;

  /** From now on every call asks here first. A write that fails leaves half of its bytes. */
  public synchronized void failWith(Faults told) {
    faults = told;
  }

  /** Only these calls fail, all of them, with this message. */
  public void fail(String message, String... calls) {
    List<String> which = List.of(calls);
    failWith((call, file) -> {
      if (which.contains(call)) {
        throw new IOException(message);
      }
    });
  }

  /** Calls succeed again. */
  public void heal() {
    failWith((call, file) -> {});
  }

  /** Syncs of files so far. */
  public synchronized int syncs() {
    return syncs;
  }

  public synchronized void put(String name, byte[] bytes) {
    Content content = new Content();
    content.bytes = bytes.clone();
    content.durable = bytes.clone();
    names.put(name, content);
    durableNames.put(name, content);
  }

  public synchronized byte[] get(String name) {
    return names.get(name).bytes.clone();
  }

  /** Everything as it stands, synced or not, as after a SIGKILL. */
  public synchronized TestDisk copy() {
    TestDisk copy = new TestDisk();
    names.forEach((name, content) -> copy.put(name, content.bytes));
    return copy;
  }

  /** What may be found after the power went. */
  public synchronized TestDisk afterCrash(SplittableRandom random) {
    TestDisk found = new TestDisk();
    Set<String> all = new HashSet<>(names.keySet());
    all.addAll(durableNames.keySet());
    for (String name : all.stream().sorted().toList()) {
      @Nullable Content content = random.nextBoolean() ? names.get(name) : durableNames.get(name);
      if (content != null) {
        found.put(name, survivor(content, random));
      }
    }
    return found;
  }

  private static byte[] survivor(Content content, SplittableRandom random) {
    int same = 0;
    while (same < Math.min(content.bytes.length, content.durable.length)
        && content.bytes[same] == content.durable[same]) {
      same++;
    }
    return switch (random.nextInt(4)) {
      case 0 -> content.durable;
      case 1 -> content.bytes;
      case 2 ->
        Arrays.copyOf(
            content.bytes,
            Math.max(content.durable.length, same)
                + random.nextInt(1 + Math.max(0, content.bytes.length - content.durable.length)));
      default -> stirred(content, same, random);
    };
  }

  /** Each unsynced sector made it to the disk or not, in any order. */
  private static byte[] stirred(Content content, int same, SplittableRandom random) {
    byte[] bytes = content.bytes.clone();
    for (int sector = same / SECTOR; sector * SECTOR < bytes.length; sector++) {
      if (random.nextBoolean()) {
        for (int at = Math.max(same, sector * SECTOR);
            at < Math.min(bytes.length, (sector + 1) * SECTOR);
            at++) {
          bytes[at] = at < content.durable.length ? content.durable[at] : 0;
        }
      }
    }
    return bytes;
  }

  @Override
  public synchronized List<String> list() throws IOException {
    faults.check("list", "");
    return List.copyOf(names.keySet());
  }

  @Override
  public synchronized byte[] read(String name, long limit) throws IOException {
    faults.check("read", name);
    byte[] bytes = find(name).bytes;
    return Arrays.copyOf(bytes, (int) Math.min(limit, bytes.length));
  }

  private Content find(String name) throws IOException {
    Content content = names.get(name);
    if (content == null) {
      throw new IOException(name + " does not exist");
    }
    return content;
  }

  @Override
  public synchronized Appender create(String name) throws IOException {
    faults.check("create", name);
    Content content = new Content();
    names.put(name, content);
    return new End(name, content);
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    faults.check("rename", from);
    names.put(to, find(from));
    names.remove(from);
  }

  @Override
  public synchronized void delete(String name) throws IOException {
    faults.check("delete", name);
    names.remove(name);
  }

  @Override
  public synchronized void sync() throws IOException {
    faults.check("sync", "");
    durableNames.clear();
    durableNames.putAll(names);
  }

  private final class End implements Appender {
    private final String name;
    private final Content content;

    End(String name, Content content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      synchronized (TestDisk.this) {
        int written = 0;
        try {
          faults.check("write", name);
          written = bytes.length;
        } catch (IOException | Crash fault) {
          written = bytes.length / 2;
          throw fault;
        } finally {
          int old = content.bytes.length;
          content.bytes = Arrays.copyOf(content.bytes, old + written);
          System.arraycopy(bytes, 0, content.bytes, old, written);
        }
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (TestDisk.this) {
        faults.check("force", name);
        content.durable = content.bytes.clone();
        syncs++;
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      synchronized (TestDisk.this) {
        faults.check("truncate", name);
        content.bytes = Arrays.copyOf(content.bytes, (int) length);
      }
    }

    @Override
    public void close() throws IOException {
      faults.check("close", name);
    }
  }
}
