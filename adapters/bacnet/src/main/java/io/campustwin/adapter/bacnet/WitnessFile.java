// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.adapter.bacnet.device.Witness;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices' own log of the writes they took: one JSON line each, appended in one piece, so that several processes
 * may share the file. BACnet carries no command id, so there is none.
 */
final class WitnessFile implements Witness, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessFile.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel file;

  WitnessFile(Path path) throws IOException {
    this.file = FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  @Override
  public synchronized void received(
      String device, PointId point, @Nullable Value value, int priority) {
    ObjectNode line = JSON.createObjectNode().put("time", Instant.now().toString());
    line.put("device", device).put("point", point.text());
    if (value instanceof Value.Bool bool) {
      line.put("value", bool.on());
    } else if (value instanceof Value.Num num) {
      line.put("value", num.number());
    } else if (value instanceof Value.Text text) {
      line.put("value", text.text());
    } else {
      line.putNull("value");
    }
    line.put("priority", priority);
    try {
      file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      LOG.warn("a write to {} was not witnessed: {}", point, e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
