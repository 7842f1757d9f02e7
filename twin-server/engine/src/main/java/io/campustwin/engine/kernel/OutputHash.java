package io.campustwin.engine.kernel;

import io.campustwin.engine.alarm.AlarmBytes;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandBytes;
import io.campustwin.engine.linkage.LinkageBytes;
import io.campustwin.engine.state.PointBytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the canonical bytes of all outputs so far: two runs did the same if and only if their hashes are equal.
 * Meaningful on virtual time; a wall-clock run has none.
 */
public final class OutputHash {
  private final MessageDigest digest;

  public OutputHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public OutputHash add(List<Output> outputs) {
    ByteWriter out = new ByteWriter();
    outputs.forEach(output -> write(out, output));
    digest.update(out.toBytes());
    return this;
  }

  /** The hash so far, 64 hexadecimal digits; more outputs may follow. */
  public String hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be copied", e);
    }
  }

  private static void write(ByteWriter out, Output output) {
    output.eachPoint(state -> PointBytes.write(out.u8(1).whole(output.now()), state));
    if (output instanceof Output.Write write) {
      out.u8(2).whole(write.now()).word(write.adapter()).text(write.write().commandId());
      out.point(write.write().point()).value(write.write().value());
      out.whole(write.write().priority()).whole(write.write().deadline());
    } else if (output instanceof Output.CommandChanged changed) {
      CommandBytes.write(out.u8(3).whole(changed.now()), changed.item());
    } else if (output instanceof Output.AlarmChanged changed) {
      AlarmBytes.write(out.u8(4).whole(changed.now()), changed.alarm());
    } else if (output instanceof Output.AlarmHappened happened) {
      AlarmBytes.write(out.u8(9).whole(happened.now()), happened.event());
    } else if (output instanceof Output.Announced announced) {
      AlarmBytes.write(out.u8(10).whole(announced.now()), announced.announcement());
    } else if (output instanceof Output.LinkageChanged changed) {
      LinkageBytes.write(out.u8(5).whole(changed.now()), changed.run());
    }
  }
}
