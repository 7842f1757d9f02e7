// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.adapter.bacnet.wire.DeviceEntry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where BACnet devices are found, as a file: {@code {"v":1,"bacnet":47808,"host":"127.0.0.1",
 * "devices":[{"device":"BAC-A1","instance":1001,"host":"127.0.0.1","port":50001}]}}. {@code bacnet} is the port at which
 * a Who-Is finds them all; a file written by hand for real devices may leave it and the instances out.
 */
final class PortsFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  private final Path path;

  PortsFile(Path path) {
    this.path = path;
  }

  /** The devices named; none if there is no such file yet. */
  List<DeviceEntry> read() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    JsonNode root = JSON.readTree(path.toFile());
    List<DeviceEntry> entries = new ArrayList<>();
    for (JsonNode row : root.path("devices")) {
      int port = row.path("port").asInt();
      if (!row.path("device").isTextual() || port < 1 || port > 65_535) {
        throw new IOException("a device needs a name and a port of 1 to 65535: " + row);
      }
      entries.add(new DeviceEntry(
          row.path("device").asText(),
          row.path("instance").asInt(),
          new InetSocketAddress(row.path("host").asText("127.0.0.1"), port)));
    }
    return entries;
  }

  /** Replaces the file as a whole. */
  void write(InetSocketAddress relay, List<DeviceEntry> entries) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("v", VERSION).put("bacnet", relay.getPort()).put("host", relay.getHostString());
    ArrayNode rows = root.putArray("devices");
    for (DeviceEntry entry : entries) {
      rows.addObject()
          .put("device", entry.device())
          .put("instance", entry.instance())
          .put("host", entry.address().getAddress().getHostAddress())
          .put("port", entry.address().getPort());
    }
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.write(fresh, JSON.writeValueAsBytes(root));
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
