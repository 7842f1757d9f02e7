package io.campustwin.server.app.bench;

import io.campustwin.asset.Point;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A foreign BACnet/IP client in a few lines: asks the present value of every point of a period at that period's pace, by
 * ReadPropertyMultiple (ASHRAE 135 clause 15.7), 25 objects a request, and times the answers. One thread a period.
 */
final class BacnetPoll implements Runnable {
  private static final Map<String, Integer> TYPES = Map.ofEntries(
      Map.entry("analog-input", 0),
      Map.entry("analog-output", 1),
      Map.entry("analog-value", 2),
      Map.entry("binary-input", 3),
      Map.entry("binary-output", 4),
      Map.entry("binary-value", 5),
      Map.entry("multi-state-input", 13),
      Map.entry("multi-state-output", 14),
      Map.entry("multi-state-value", 19),
      Map.entry("characterstring-value", 40));
  private static final int BATCH = 25;
  private static final int WAIT_MILLIS = 500;
  private static final int COMPLEX_ACK = 3;
  private final double everyMillis;
  private final List<Request> requests = new ArrayList<>();
  private final List<Double> intervals = new ArrayList<>();
  private final List<Double> answers = new ArrayList<>();
  private long missing;
  private volatile boolean stopped;

  /** One request, and when it was last answered, ms; 0 for never. */
  private static final class Request {
    private final int port;
    private final byte[] bytes;
    private double answered;

    Request(int port, byte[] bytes) {
      this.port = port;
      this.bytes = bytes;
    }
  }

  /**
   * @param ports the file in which the BACnet program says where its devices listen
   */
  BacnetPoll(List<Point> points, JsonObject ports, double everyMillis) {
    this.everyMillis = everyMillis;
    Map<String, List<Point>> byDevice = new HashMap<>();
    points.forEach(point -> byDevice
        .computeIfAbsent(point.address().device(), key -> new ArrayList<>())
        .add(point));
    JsonArray devices = ports.getJsonArray("devices");
    for (int i = 0; i < devices.size(); i++) {
      JsonObject device = devices.getJsonObject(i);
      List<Point> own = byDevice.getOrDefault(device.getString("device"), List.of());
      for (int from = 0; from < own.size(); from += BATCH) {
        List<Point> some = own.subList(from, Math.min(own.size(), from + BATCH));
        requests.add(new Request(device.getInteger("port"), request(some)));
      }
    }
  }

  private static byte[] request(List<Point> points) {
    ByteBuffer out = ByteBuffer.allocate(10 + 10 * points.size());
    out.put(new byte[] {(byte) 0x81, 0x0A, 0, 0, 1, 4, 0, 5, 0, 14});
    for (Point point : points) {
      String[] parts = point.address().address().split("/", -1);
      int type = TYPES.getOrDefault(parts[1], 0);
      out.put((byte) 0x0C).putInt(type << 22 | Integer.parseInt(parts[2]));
      out.put(new byte[] {0x1E, 0x09, 85, 0x1F});
    }
    byte[] bytes = java.util.Arrays.copyOf(out.array(), out.position());
    bytes[2] = (byte) (bytes.length >> 8);
    bytes[3] = (byte) bytes.length;
    return bytes;
  }

  @Override
  public void run() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(WAIT_MILLIS);
      double next = now();
      while (!stopped) {
        for (Request request : requests) {
          ask(socket, request);
        }
        next += everyMillis;
        sleep(next - now());
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private void ask(DatagramSocket socket, Request request) throws IOException {
    double sent = now();
    socket.send(new DatagramPacket(
        request.bytes, request.bytes.length, InetAddress.getLoopbackAddress(), request.port));
    DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
    try {
      socket.receive(answer);
      boolean good = (answer.getData()[6] & 0xFF) >> 4 == COMPLEX_ACK;
      missing += good ? 0 : 1;
      double heard = now();
      answers.add(heard - sent);
      if (request.answered > 0) {
        intervals.add(heard - request.answered);
      }
      request.answered = heard;
    } catch (SocketTimeoutException silent) {
      missing++;
    }
  }

  private static double now() {
    return System.nanoTime() / 1e6;
  }

  private static void sleep(double millis) {
    if (millis > 0) {
      java.util.concurrent.locks.LockSupport.parkNanos((long) (millis * 1e6));
    }
  }

  void stop() {
    stopped = true;
  }

  /** Median interval of a point over the wanted one. */
  double interval() {
    return quantile(intervals, 0.5) / everyMillis;
  }

  /** 99th percentile of the time to an answer, ms. */
  double late() {
    return quantile(answers, 0.99);
  }

  long missing() {
    return missing;
  }

  int requests() {
    return answers.size();
  }

  private static double quantile(List<Double> values, double share) {
    return ArrivalBook.quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), share);
  }
}
