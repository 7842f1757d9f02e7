package io.campustwin.simulator.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every write that virtual devices receive, one JSON line each, added in one piece so that several processes can share
 * the file: {@code {"time","device","point","value","priority","commandId"?}}. A line that cannot be written is
 * reported in the log and does not stop the device.
 */
public final class WitnessLog implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WitnessLog.class.getName());
  private final FileChannel file;

  private WitnessLog(FileChannel file) {
    this.file = file;
  }

  /** Opens or creates {@code path} for adding. */
  public static WitnessLog open(Path path) throws IOException {
    return new WitnessLog(FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
  }

  /**
   * Notes a write that a device took.
   *
   * @param now epoch ms
   */
  public synchronized void received(long now, String device, FieldWrite write) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", Instant.ofEpochMilli(now).toString())
        .put("device", device)
        .put("point", write.point().text());
    put(line, write.value());
    line.put("priority", write.priority());
    if (!write.commandId().isEmpty()) {
      line.put("commandId", write.commandId());
    }
    try {
      file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a received write could not be noted: {0}", e.getMessage());
    }
  }

  private static void put(ObjectNode line, @Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      line.put("value", bool.on());
    } else if (value instanceof Value.Num num) {
      line.put("value", num.number());
    } else if (value instanceof Value.Text text) {
      line.put("value", text.text());
    } else {
      line.putNull("value");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
