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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A foreign BACnet/IP client in a few lines: asks the present value of every point of a period at that period's pace, by
 * ReadPropertyMultiple (ASHRAE 135 clause 15.7), 25 objects a request, and times the answers. A point without a value in
 * the answer is missing. Whether what is answered is fresh shows in how many answers differ from those before. One thread
 * a period.
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
  private static final int HEADER = 10;
  private static final int NUMBER = 8;
  private static final int VALUE = 0x4E;
  private final double everyMillis;
  private final List<Request> requests = new ArrayList<>();
  private final List<Double> intervals = new ArrayList<>();
  private final List<Double> answers = new ArrayList<>();
  private long missing;
  private long moved;
  private int asked;
  private volatile boolean stopped;

  /** One request, what was answered last and when, ms; 0 for never. */
  private static final class Request {
    private final int port;
    private final byte[] bytes;
    private final int points;
    private byte[] last = new byte[0];
    private double answered;

    Request(int port, byte[] bytes, int points) {
      this.port = port;
      this.bytes = bytes;
      this.points = points;
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
        requests.add(new Request(device.getInteger("port"), request(some), some.size()));
      }
    }
    missing =
        points.size() - requests.stream().mapToInt(request -> request.points).sum();
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
    byte[] bytes = Arrays.copyOf(out.array(), out.position());
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
    byte[] answer = answer(socket, request);
    int values = values(answer, request.bytes);
    missing += request.points - values;
    if (values == 0) {
      return;
    }
    double heard = now();
    answers.add(heard - sent);
    moved += Arrays.equals(answer, request.last) ? 0 : 1;
    if (request.answered > 0) {
      intervals.add(heard - request.answered);
    }
    request.answered = heard;
    request.last = answer;
  }

  /** What follows the header of the acknowledgement of this request; nothing if there is none in time. */
  private byte[] answer(DatagramSocket socket, Request request) throws IOException {
    byte number = (byte) asked++;
    request.bytes[NUMBER] = number;
    socket.send(new DatagramPacket(
        request.bytes, request.bytes.length, InetAddress.getLoopbackAddress(), request.port));
    DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
    try {
      do {
        socket.receive(packet);
      } while (packet.getData()[7] != number);
    } catch (SocketTimeoutException silent) {
      return new byte[0];
    }
    boolean good = (packet.getData()[6] & 0xFF) >> 4 == COMPLEX_ACK;
    return good ? Arrays.copyOfRange(packet.getData(), 9, packet.getLength()) : new byte[0];
  }

  /** How many objects of a request have a value in the answer, in the order in which they were asked. */
  private static int values(byte[] answer, byte[] request) {
    int count = 0;
    int at = 0;
    for (int from = HEADER; from < request.length && at + 9 < answer.length; from += 9) {
      boolean same = Arrays.equals(answer, at + 1, at + 5, request, from + 1, from + 5);
      count += same && (answer[at + 8] & 0xFF) == VALUE ? 1 : 0;
      at = afterValue(answer, at + 9) + 2;
    }
    return count;
  }

  /** Past one value of an application type, or the two of an error (clause 20.2.1). */
  private static int afterValue(byte[] answer, int from) {
    int at = from;
    while (at < answer.length && (answer[at] & 0x0F) != 0x0F) {
      int length = answer[at] & 7;
      boolean isBoolean = (answer[at] & 0xF0) == 0x10;
      if (length == 5 && at + 1 < answer.length) {
        length = 1 + (answer[at + 1] & 0xFF);
      }
      at += 1 + (isBoolean ? 0 : length);
    }
    return at;
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

  /** Share of the answers that differ from the one before, %. */
  double moved() {
    return 100.0 * moved / Math.max(1, answers.size());
  }

  private static double quantile(List<Double> values, double share) {
    return ArrivalBook.quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), share);
  }
}
