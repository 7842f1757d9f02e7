package io.campustwin.server.app.world;

import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One JSON line for every write a virtual device received. Each line is one append, so programs can share the file. */
final class WitnessLog implements AutoCloseable {
  private final FileChannel file;

  WitnessLog(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void add(long time, String device, FieldWrite write) throws IOException {
    JsonObject line = new JsonObject()
        .put("time", time)
        .put("device", device)
        .put("point", write.point().text())
        .put("value", plain(write.value()))
        .put("priority", write.priority());
    if (!write.commandId().isEmpty()) {
      line.put("commandId", write.commandId());
    }
    file.write(ByteBuffer.wrap((line.encode() + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable Object plain(@Nullable Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.on();
    }
    if (value instanceof Value.Num number) {
      return number.number();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
