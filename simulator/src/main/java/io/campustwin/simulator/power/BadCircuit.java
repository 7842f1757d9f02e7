package io.campustwin.simulator.power;

import io.campustwin.place.Name;
import java.util.List;

/** A description of circuits that cannot be built: names the circuit, what is wrong and the mend in both languages. */
public final class BadCircuit extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient Name text;
  private final String id;

  private BadCircuit(String id, Name text) {
    super(text.en());
    this.id = id;
    this.text = text;
  }

  static BadCircuit loop(String id) {
    return new BadCircuit(
        id,
        new Name(
            "回路“" + id + "”的上级又由它自己供电：请删去其中一条供电关系",
            "circuit '" + id + "' is fed by itself: remove one of the feeding relations"));
  }

  static BadCircuit unknownFeeder(String id, String feeder) {
    return new BadCircuit(
        id,
        new Name(
            "回路“" + id + "”的上级“" + feeder + "”不存在：请改为已有回路",
            "circuit '" + id + "' names an unknown feeder '" + feeder
                + "': use the id of a circuit that exists"));
  }

  static BadCircuit twice(String id) {
    return new BadCircuit(
        id,
        new Name(
            "回路“" + id + "”出现两次：请换一个标识", "circuit '" + id + "' is there twice: choose another id"));
  }

  static BadCircuit number(String id, String what, double value) {
    return new BadCircuit(
        id,
        new Name(
            "回路“" + id + "”的 " + what + " 为 " + value + "：须为正的有限数",
            "circuit '" + id + "' has " + what + " " + value
                + ": give a finite number above zero"));
  }

  static BadCircuit unknownTariff(String name, List<Tariff> all) {
    String known = String.join(", ", all.stream().map(Tariff::name).toList());
    return new BadCircuit(
        name,
        new Name(
            "campus.yaml 的 facts 中没有电价“" + name + "”：可用 " + known,
            "facts of campus.yaml name an unknown tariff '" + name + "': use one of " + known));
  }

  /** Id of the circuit. */
  public String id() {
    return id;
  }

  /** What is wrong and what to do. */
  public Name text() {
    return text;
  }
}
