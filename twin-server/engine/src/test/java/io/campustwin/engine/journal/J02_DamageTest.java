package io.campustwin.engine.journal;

import static io.campustwin.engine.journal.JournalText.newestSegment;
import static io.campustwin.engine.journal.JournalText.records;
import static io.campustwin.engine.journal.JournalText.reopened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes: the last good record or a refusal by name, never anything else. */
class J02_DamageTest {
  private final TestDisk disk = new TestDisk();
  private final List<String> all = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    for (int segment = 0; segment < 3; segment++) {
      try (SegmentJournal store = SegmentJournal.open(disk)) {
        for (int group = 0; group < 3; group++) {
          int first = all.size() + 1;
          store.append(first, records("r" + first, "", "long record ".repeat(9) + group));
          all.addAll(List.of(
              first + ":r" + first,
              first + 1 + ":",
              first + 2 + ":" + "long record ".repeat(9) + group));
        }
      }
    }
  }

  /** All that is read, or the refusal's name. */
  private static List<String> outcome(TestDisk damaged) {
    try {
      return reopened(damaged);
    } catch (JournalFault named) {
      assertThat(named.kind()).isEqualTo(JournalFault.Kind.JOURNAL_DAMAGED);
      assertThat(named.getMessage()).contains("journal-00000000", "restore the data folder");
      return List.of("refused");
    } catch (IOException | RuntimeException other) {
      throw new AssertionError("neither read nor refused by name", other);
    }
  }

  @Test
  void a1_cutAtEveryByteOfTheLastGroupIsTheLastGoodRecord() throws IOException {
    String name = newestSegment(disk);
    byte[] sound = disk.get(name);
    List<Frame> frames = Segment.scan(
            name, SegmentHeader.decode(name, 3, sound), sound, Segment.OPEN)
        .frames();
    Frame lastButOne = frames.get(1);
    Frame lastOne = frames.get(2);
    assertThat(sound).hasSize(lastOne.next());
    for (int length = lastButOne.end(); length <= sound.length; length++) {
      TestDisk cut = disk.copy();
      cut.put(name, Arrays.copyOf(sound, length));
      List<String> expected = length < lastOne.end() ? all.subList(0, all.size() - 3) : all;
      assertThat(outcome(cut)).as("cut to %d", length).isEqualTo(expected);
      goOn(cut, expected);
    }
  }

  /** After the cut the journal is written as if the tail had never been. */
  private static void goOn(TestDisk cut, List<String> before) throws IOException {
    try (SegmentJournal store = SegmentJournal.open(cut)) {
      store.append(before.size() + 1, records("more"));
    }
    List<String> expected = new ArrayList<>(before);
    expected.add(before.size() + 1 + ":more");
    assertThat(reopened(cut)).isEqualTo(expected);
  }

  @Test
  void a2_cutAtEveryByteOfTheWholeSegmentIsAPrefix() throws IOException {
    String name = newestSegment(disk);
    byte[] sound = disk.get(name);
    for (int length = 0; length < sound.length; length++) {
      TestDisk cut = disk.copy();
      cut.put(name, Arrays.copyOf(sound, length));
      List<String> found = outcome(cut);
      assertThat(found.size()).as("cut to %d", length).isBetween(18, 27);
      assertThat(all).as("cut to %d", length).startsWith(found.toArray(new String[0]));
    }
  }

  @Test
  void a3_anOlderSegmentIsNeverShort() throws IOException {
    String name = "journal-0000000002";
    byte[] sound = disk.get(name);
    for (int length = 0; length < sound.length; length++) {
      TestDisk cut = disk.copy();
      cut.put(name, Arrays.copyOf(sound, length));
      boolean onlyTheMark = length >= sound.length - Frame.MARK;
      assertThat(outcome(cut))
          .as("cut to %d", length)
          .isEqualTo(onlyTheMark ? all : List.of("refused"));
    }
  }

  @Test
  void b1_tenThousandFlippedBitsAreReadRightOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(20_260_101);
    List<String> names = JournalText.segments(disk);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] bytes = disk.get(name);
      int bit = random.nextInt(bytes.length * 8);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      TestDisk flipped = disk.copy();
      flipped.put(name, bytes);
      List<String> found = outcome(flipped);
      if (!found.equals(all)) {
        assertThat(found).as("%s bit %d", name, bit).isEqualTo(List.of("refused"));
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(9_000);
  }

  @Test
  void b2_stirredBlocksAreReadRightOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    String name = newestSegment(disk);
    byte[] sound = disk.get(name);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = sound.clone();
      int from = random.nextInt(bytes.length);
      int to = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(bytes.length - from, bytes.length - to) + 1);
      System.arraycopy(sound, from, bytes, to, length);
      TestDisk stirred = disk.copy();
      stirred.put(name, bytes);
      List<String> found = outcome(stirred);
      assertThat(
              found.equals(List.of("refused")) || all.subList(0, found.size()).equals(found))
          .as("%d bytes from %d to %d", length, from, to)
          .isTrue();
    }
  }

  @Test
  void c1_aWholeGroupWithAWrongSumIsATailOnlyIfNothingFollowsIt() throws IOException {
    String name = newestSegment(disk);
    byte[] sound = disk.get(name);
    byte[] unmarked = Arrays.copyOf(sound, sound.length - Frame.MARK);
    unmarked[unmarked.length - 1] ^= 1;
    TestDisk torn = disk.copy();
    torn.put(name, unmarked);
    assertThat(outcome(torn)).isEqualTo(all.subList(0, all.size() - 3));

    byte[] marked = sound.clone();
    marked[sound.length - Frame.MARK - 1] ^= 1;
    TestDisk damaged = disk.copy();
    damaged.put(name, marked);
    assertThatThrownBy(() -> reopened(damaged))
        .isInstanceOfSatisfying(
            JournalFault.class, fault -> assertThat(fault.sequence()).isEqualTo(25))
        .hasMessageContaining(name);
  }

  @Test
  void c2_aSegmentWhoseHeaderNeverReachedTheDiskHoldsNothing() throws IOException {
    byte[] header = new SegmentHeader(4, 28, 3, 1, 1).encode();
    for (int length = 0; length < header.length; length++) {
      TestDisk begun = disk.copy();
      begun.put("journal-0000000004", Arrays.copyOf(header, length));
      assertThat(outcome(begun)).isEqualTo(all);
      goOn(begun, all);
    }
  }
}
