package io.campustwin.simulator.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.place.Campus;
import io.campustwin.place.Space;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.Log;
import io.campustwin.simulator.evacuation.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the leaving of a building showed. Seconds count from the first step.
 *
 * @param start epoch ms of the first step
 * @param persons who began to leave
 * @param curve persons out by the end of each second
 * @param storeys second from which each storey was empty, 0 if nobody was there
 * @param doors that somebody passed or waited at, in the order of the campus
 * @param doses of smoke of those who came out with any, 1 makes people fall
 * @param fallen persons who fell in smoke
 * @param trapped ids of spaces with people and no way out
 */
public record ExodusReport(
    String building,
    long start,
    int persons,
    List<Integer> curve,
    Map<String, Integer> storeys,
    List<Door> doors,
    List<Double> doses,
    int fallen,
    List<String> trapped) {
  private static final double HARMED = 0.3;

  /**
   * A door or the mouth of a flight.
   *
   * @param first second of the first pass, -1 if nobody passed
   * @param last second of the last pass
   * @param flow persons a second between them
   * @param queue persons who wait, second by second
   */
  public record Door(String id, int passed, double first, double last, double flow, int[] queue) {
    int longest() {
      return Arrays.stream(queue).max().orElse(0);
    }
  }

  static ExodusReport of(Campus campus, String building, Floorplan plan, Network run) {
    Map<String, Integer> storeys = new LinkedHashMap<>();
    List<Integer> rooms = new ArrayList<>();
    for (Space space : campus.spaces()) {
      int room = plan.room(space.id());
      if (room >= 0 && building.equals(space.building())) {
        rooms.add(room);
        int plane = plan.rooms().get(room).plane();
        storeys.computeIfAbsent(String.valueOf(space.storey()), key -> run.log().emptied(plane));
      }
    }
    List<Double> doses = Arrays.stream(run.doses()).boxed().toList();
    return new ExodusReport(
        building,
        0,
        0,
        curve(left(plan, rooms, run.log())),
        storeys,
        doors(plan, rooms, run.log()),
        doses,
        run.fallen(),
        List.of());
  }

  private static List<Door> doors(Floorplan plan, List<Integer> rooms, Log log) {
    List<Door> doors = new ArrayList<>();
    for (int d = 0; d < plan.doors().size(); d++) {
      Floorplan.Door door = plan.doors().get(d);
      Door seen = door(door.id(), d, log);
      boolean used = seen.passed > 0 || seen.longest() > 0;
      if (used && (rooms.contains(door.from()) || rooms.contains(door.to()))) {
        doors.add(seen);
      }
    }
    return doors;
  }

  /** When the persons of these rooms came out, s. */
  private static List<Double> left(Floorplan plan, List<Integer> rooms, Log log) {
    List<Double> left = new ArrayList<>();
    for (int d = 0; d < plan.doors().size(); d++) {
      Floorplan.Door door = plan.doors().get(d);
      if (door.to() == Floorplan.OUTSIDE && rooms.contains(door.from())) {
        Arrays.stream(log.passes(d)).forEach(left::add);
      }
    }
    return left;
  }

  /** The same with who began when, and who cannot get out. */
  ExodusReport with(long since, int began, List<String> held) {
    return new ExodusReport(building, since, began, curve, storeys, doors, doses, fallen, held);
  }

  private static Door door(String id, int d, Log log) {
    double[] passes = log.passes(d);
    double first = passes.length == 0 ? -1 : passes[0];
    double last = passes.length == 0 ? -1 : passes[passes.length - 1];
    return new Door(id, passes.length, first, last, log.flow(d, 0), log.queue(d));
  }

  private static List<Integer> curve(List<Double> left) {
    double last = left.stream().mapToDouble(Double::doubleValue).max().orElse(-1);
    int[] counts = new int[(int) Math.ceil(last) + 1];
    left.forEach(time -> counts[(int) Math.ceil(time)]++);
    List<Integer> curve = new ArrayList<>();
    int sum = 0;
    for (int count : counts) {
      sum += count;
      curve.add(sum);
    }
    return curve;
  }

  /** The object {@code evacuation} of a scenario's result. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("building", building).put("start", start).put("persons", persons);
    json.put("out", curve.isEmpty() ? 0 : curve.get(curve.size() - 1));
    ArrayNode points = json.putArray("curve");
    curve.forEach(points::add);
    ObjectNode floors = json.putObject("storeys");
    storeys.forEach(floors::put);
    ArrayNode list = json.putArray("doors");
    doors.forEach(door -> list.add(door(door)));
    ObjectNode smoke = json.putObject("smoke");
    smoke.put("exposed", doses.size()).put("fallen", fallen);
    smoke.put("harmed", doses.stream().filter(dose -> dose >= HARMED).count());
    smoke.put("mostDose", doses.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    ArrayNode held = json.putArray("trapped");
    trapped.forEach(held::add);
    return json;
  }

  private static ObjectNode door(Door door) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", door.id).put("passed", door.passed).put("first", door.first);
    json.put("last", door.last).put("flow", Math.round(door.flow * 1000) / 1000.0);
    json.put("longestQueue", door.longest());
    ArrayNode queue = json.putArray("queue");
    Arrays.stream(door.queue).forEach(queue::add);
    return json;
  }
}
