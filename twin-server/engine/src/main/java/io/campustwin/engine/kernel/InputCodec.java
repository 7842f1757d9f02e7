package io.campustwin.engine.kernel;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandBytes;
import io.campustwin.engine.state.ReportBytes;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The journal's record format: {@code version, kind, now, fields, CRC-32C of all before it}. Samples name points,
 * sharing the beginning of the name with the one before; reports give handles, about 15 bytes each. A record stands
 * alone; its sequence is the store's.
 */
public final class InputCodec {
  /** Version 1: 2026. Readers refuse what they do not know. */
  static final int VERSION = 1;

  private static final int CHECK = 4;

  /** Numbers are never given to another kind. */
  private static final Map<Class<? extends Input>, Integer> KINDS = Map.ofEntries(
      Map.entry(Input.Samples.class, 1),
      Map.entry(Input.Link.class, 2),
      Map.entry(Input.Slots.class, 3),
      Map.entry(Input.Submit.class, 4),
      Map.entry(Input.Written.class, 5),
      Map.entry(Input.Acknowledge.class, 6),
      Map.entry(Input.Tick.class, 7),
      Map.entry(Input.Restart.class, 8),
      Map.entry(Input.Shelve.class, 9),
      Map.entry(Input.Unshelve.class, 10),
      Map.entry(Input.Service.class, 11),
      Map.entry(Input.Reset.class, 12),
      Map.entry(Input.NewRules.class, 13),
      Map.entry(Input.Drill.class, 14),
      Map.entry(Input.ResetRun.class, 15),
      Map.entry(Input.Reports.class, 21),
      Map.entry(Input.SentUnjournaled.class, 22));

  private InputCodec() {}

  /** The record of one input. */
  public static byte[] encode(Input input) {
    ByteWriter out = new ByteWriter().u8(VERSION).u8(kindOf(input)).whole(input.now());
    if (input instanceof Input.Samples samples) {
      samples(out, samples);
    } else if (input instanceof Input.Reports reports) {
      ReportBytes.write(out, reports.reports(), reports.now());
    } else if (input instanceof Input.Link link) {
      link(out, link.status());
    } else if (input instanceof Input.Slots slots) {
      out.point(slots.point());
      out.list(slots.slots(), (to, slot) -> to.u8(slot.level()).value(slot.value()));
    } else if (input instanceof Input.Submit submit) {
      CommandBytes.write(out, submit.request());
    } else if (input instanceof Input.Written written) {
      out.text(written.commandItem()).word(written.outcome().kind());
      out.text(written.outcome().detail());
    } else if (input instanceof Input.SentUnjournaled sent) {
      out.list(sent.commandItems(), ByteWriter::text);
    } else if (input instanceof Input.Acknowledge acknowledge) {
      out.text(acknowledge.alarm()).text(acknowledge.user()).text(acknowledge.comment());
    } else {
      alarmWork(out, input);
      RuleRecords.write(out, input);
    }
    return out.checksum().toBytes();
  }

  /**
   * The input of one record.
   *
   * @throws BadBytes if it is damaged, cut short or of an unknown version
   */
  public static Input decode(byte[] record) {
    int length = record.length - CHECK;
    if (length < 3) {
      throw new BadBytes("record cut short: " + record.length + " bytes");
    }
    if (new ByteReader(record, length, record.length).fixed32() != check(record, length)) {
      throw new BadBytes("record damaged: its checksum does not fit");
    }
    ByteReader in = new ByteReader(record, 0, length);
    int version = in.u8();
    if (version != VERSION) {
      throw new BadBytes("record of version " + version + "; this program reads " + VERSION);
    }
    int kind = in.u8();
    Input input = body(kind, in.whole(), in);
    in.done();
    return input;
  }

  private static int kindOf(Input input) {
    Integer kind = KINDS.get(input.getClass());
    if (kind == null) {
      throw new IllegalArgumentException("no record kind for " + input.getClass());
    }
    return kind;
  }

  private static Input body(int kind, long now, ByteReader in) {
    return switch (kind) {
      case 1 -> samples(now, in);
      case 2 -> new Input.Link(now, link(in));
      case 3 -> new Input.Slots(now, in.point(), in.list(InputCodec::slot));
      case 4 -> new Input.Submit(now, CommandBytes.readRequest(in));
      case 5 ->
        new Input.Written(
            now, in.text(), WriteOutcome.of(in.word(WriteOutcome.Kind.class), in.text()));
      case 6 -> new Input.Acknowledge(now, in.text(), in.text(), in.text());
      case 9 -> new Input.Shelve(now, in.point(), in.text(), in.text(), in.whole());
      case 10 -> new Input.Unshelve(now, in.point(), in.text());
      case 11 -> new Input.Service(now, in.point(), in.text(), in.text(), in.flag());
      case 12 -> new Input.Reset(now, in.text(), in.text());
      case 7 -> new Input.Tick(now);
      case 8 -> new Input.Restart(now);
      case 13 -> new Input.NewRules(now, RuleRecords.texts(in));
      case 14 -> new Input.Drill(now, in.text(), in.point(), in.text(), in.text());
      case 15 -> new Input.ResetRun(now, in.text(), in.text());
      case 21 -> new Input.Reports(now, ReportBytes.read(in, now));
      case 22 -> new Input.SentUnjournaled(now, in.list(ByteReader::text));
      default -> throw new BadBytes("unknown kind of input: " + kind);
    };
  }

  private static void alarmWork(ByteWriter out, Input input) {
    if (input instanceof Input.Shelve shelve) {
      out.point(shelve.point()).text(shelve.user()).text(shelve.reason()).whole(shelve.until());
    } else if (input instanceof Input.Unshelve unshelve) {
      out.point(unshelve.point()).text(unshelve.user());
    } else if (input instanceof Input.Service service) {
      out.point(service.point()).text(service.user()).text(service.reason()).flag(service.out());
    } else if (input instanceof Input.Reset reset) {
      out.text(reset.alarm()).text(reset.user());
    }
  }

  private static void samples(ByteWriter out, Input.Samples samples) {
    String before = "";
    out.count(samples.samples().size());
    for (Sample sample : samples.samples()) {
      String id = sample.point().text();
      int shared = shared(before, id);
      out.count(shared).text(id.substring(shared));
      out.value(sample.value()).quality(sample.quality());
      out.whole(sample.sourceTime() - samples.now()).flag(sample.simulated());
      before = id;
    }
  }

  private static Input samples(long now, ByteReader in) {
    int size = in.size();
    List<Sample> samples = new ArrayList<>(size);
    String before = "";
    for (int i = 0; i < size; i++) {
      int shared = in.small();
      String rest = in.text();
      if (shared > before.length() || !PointId.isValid(before.substring(0, shared) + rest)) {
        throw new BadBytes("not a point id in sample " + i);
      }
      before = before.substring(0, shared) + rest;
      samples.add(
          new Sample(PointId.of(before), in.value(), in.quality(), now + in.whole(), in.flag()));
    }
    return new Input.Samples(now, samples);
  }

  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int count = 0;
    while (count < most && one.charAt(count) == other.charAt(count)) {
      count++;
    }
    return count;
  }

  private static void link(ByteWriter out, LinkStatus status) {
    out.word(status.adapter()).text(status.device()).word(status.state());
    out.whole(status.since()).text(status.detail());
  }

  private static LinkStatus link(ByteReader in) {
    return new LinkStatus(
        in.word(AdapterKind.class), in.text(), in.word(LinkState.class), in.whole(), in.text());
  }

  private static DeviceSlot slot(ByteReader in) {
    return new DeviceSlot(in.u8(), in.value());
  }

  private static int check(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
