package io.campustwin.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/**
 * The power goes at 1,000 random moments and takes what was not synced. A running sum over all records stands for the
 * engine: snapshots hold it, and after each crash it has to be the one after the last acknowledged group, or after one
 * that was tried since: its writer was told nothing, or that the disk fails.
 */
class J04_LostCacheTest {
  private static final int CRASHES = 1_000;
  private static final Set<String> READING = Set.of("list", "read", "close");

  private final SplittableRandom random = new SplittableRandom(42);
  private TestDisk disk = new TestDisk();
  private Sum acknowledged = new Sum(0, 0);
  private final List<Sum> tried = new ArrayList<>();
  private int groups;
  private int restored;

  /** All records up to a sequence, in one number. */
  private record Sum(long sequence, long value) {
    Sum plus(byte[] record) {
      CRC32C crc = new CRC32C();
      crc.update(ByteBuffer.allocate(16).putLong(sequence + 1).putLong(value).flip());
      crc.update(record);
      return new Sum(sequence + 1, crc.getValue());
    }

    Sum plus(List<byte[]> records) {
      Sum sum = this;
      for (byte[] record : records) {
        sum = sum.plus(record);
      }
      return sum;
    }

    byte[] bytes() {
      return ByteBuffer.allocate(16).putLong(sequence).putLong(value).array();
    }

    static Sum of(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      return new Sum(in.getLong(), in.getLong());
    }
  }

  @Test
  void a1_nothingAcknowledgedIsLostAtAThousandCrashes() throws IOException {
    for (int crash = 0; crash < CRASHES; crash++) {
      Sum found = recovered(crash);
      assertThat(found)
          .as("crash %d: acknowledged %s, tried %s", crash, acknowledged, tried)
          .satisfiesAnyOf(sum -> assertThat(sum).isEqualTo(acknowledged), sum -> assertThat(tried)
              .contains(sum));
      acknowledged = found;
      tried.clear();
      live(crash);
      disk = disk.afterCrash(random);
    }
    assertThat(groups).isGreaterThan(CRASHES);
    assertThat(restored).isGreaterThan(CRASHES / 2);
  }

  private Sum recovered(int crash) {
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      JournalStore.Saved saved = store.findSnapshot();
      Sum[] sum = {saved == null ? new Sum(0, 0) : Sum.of(saved.snapshot())};
      restored += saved == null ? 0 : 1;
      store.read(sum[0].sequence() + 1, (sequence, record) -> {
        assertThat(sequence).as("crash %d", crash).isEqualTo(sum[0].sequence() + 1);
        sum[0] = sum[0].plus(record);
      });
      return sum[0];
    } catch (IOException refused) {
      throw new AssertionError("crash " + crash, refused);
    }
  }

  /** Writes until the power goes, which can be within any call. */
  private void live(int crash) {
    int[] left = {random.nextInt(40)};
    boolean sick = random.nextInt(4) == 0;
    disk.failWith((call, file) -> {
      if (!READING.contains(call) && left[0]-- <= 0) {
        throw new TestDisk.Crash();
      }
      if (sick
          && List.of("write", "force", "sync", "truncate", "rename").contains(call)
          && random.nextInt(9) == 0) {
        throw new IOException("EIO");
      }
    });
    try (SegmentJournal store = SegmentJournal.open(disk)) {
      while (true) {
        step(store);
      }
    } catch (TestDisk.Crash powerWent) {
      disk.heal();
    } catch (IOException notOpened) {
      throw new AssertionError("crash " + crash, notOpened);
    }
  }

  private void step(SegmentJournal store) {
    List<byte[]> records = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      byte[] record = new byte[random.nextInt(700)];
      random.nextBytes(record);
      records.add(record);
    }
    Sum after = acknowledged.plus(records);
    tried.add(after);
    try {
      store.append(acknowledged.sequence() + 1, records);
      acknowledged = after;
      tried.clear();
      groups++;
      if (random.nextInt(8) == 0) {
        store.saveSnapshot(acknowledged.sequence(), acknowledged.bytes());
      }
    } catch (IOException told) {
      // Not acknowledged; whoever wrote tries again with other records.
    }
  }
}
