package io.campustwin.simulator.evacuation;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Campus;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The drill of one building: everybody in its rooms leaves. */
public final class Drill {
  private static final double MOST = 3600;

  /** Age of the pupils drawn in the realistic mode, years, and its deviation: nine grades. */
  private static final double AGE = 11;

  private static final double DEVIATION = 3;

  private Drill() {}

  /**
   * What a drill showed.
   *
   * @param persons who were there
   * @param seconds until the last was out, or the limit of an hour
   * @param out who got out
   * @param storeys second from which each storey was empty
   * @param log passes, queues and tracks; doors by {@code plan}
   */
  public record Result(
      int persons,
      double seconds,
      int out,
      Map<String, Integer> storeys,
      Floorplan plan,
      Log log) {}

  /** The microscopic run of a building filled to its rooms' capacity. */
  public static Result run(CampusModel model, String building, Mode mode, long seed) {
    Floorplan plan = CampusPlan.of(model.campus(), building);
    List<Person> persons = persons(model.campus(), plan, mode, seed, Space::capacity);
    Microscopic.Settings settings = new Microscopic.Settings(mode, 0, true);
    Microscopic run = new Microscopic(plan, persons, settings);
    double seconds = run.run(MOST);
    Map<String, Integer> storeys = emptied(model.campus(), building, run.log());
    return new Result(persons.size(), seconds, run.out(), storeys, plan, run.log());
  }

  /** The same on the network. */
  public static Result queues(CampusModel model, String building, Mode mode, long seed) {
    Floorplan plan = CampusPlan.of(model.campus(), building);
    List<Person> persons = persons(model.campus(), plan, mode, seed, Space::capacity);
    Network run = new Network(plan, Gait.PUPIL, mode);
    run.start(persons);
    double seconds = run.run(MOST);
    Map<String, Integer> storeys = emptied(model.campus(), building, run.log());
    return new Result(persons.size(), seconds, run.out(), storeys, plan, run.log());
  }

  private static Map<String, Integer> emptied(Campus campus, String building, Log log) {
    Map<String, Integer> emptied = new LinkedHashMap<>();
    CampusPlan.planes(campus, building)
        .forEach((storey, plane) -> emptied.put(storey, log.emptied(plane)));
    return emptied;
  }

  /**
   * Pupils in the rooms of a plan.
   *
   * @param headcount persons of a space
   */
  public static List<Person> persons(
      Campus campus, Floorplan plan, Mode mode, long seed, ToIntFunction<Space> headcount) {
    Population population = new Population(plan, seed);
    List<Person> persons = new ArrayList<>();
    for (Space space : campus.spaces()) {
      int room = plan.room(space.id());
      int count = room >= 0 ? headcount.applyAsInt(space) : 0;
      if (count > 0) {
        persons.addAll(population.spread(room, count, Gait.PUPIL));
      }
    }
    return mode == Mode.REALISTIC ? population.aged(persons, AGE, DEVIATION) : persons;
  }
}
