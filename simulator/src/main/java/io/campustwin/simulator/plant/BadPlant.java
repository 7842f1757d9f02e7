package io.campustwin.simulator.plant;

import io.campustwin.place.Name;

/** A description of plant that cannot be built: says where it stands, what is wrong and the mend in both languages. */
public final class BadPlant extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final transient Name text;

  private BadPlant(Name text) {
    super(text.en());
    this.text = text;
  }

  static BadPlant source(Object word) {
    return new BadPlant(new Name(
        "campus.yaml 的 facts.heating.source 为“" + word + "”：可用 district、gas",
        "facts.heating.source of campus.yaml is '" + word + "': use district or gas"));
  }

  static BadPlant number(String key, Object value) {
    return new BadPlant(new Name(
        "campus.yaml 的 facts.heating." + key + " 为 " + value + "：须为大于零的有限数",
        "facts.heating." + key + " of campus.yaml is " + value
            + ": give a finite number above zero"));
  }

  static BadPlant efficiency(double value) {
    return new BadPlant(new Name(
        "campus.yaml 的 facts.heating.efficiency 为 " + value + "：须大于 0、不大于 1",
        "facts.heating.efficiency of campus.yaml is " + value
            + ": give a number above 0 and not above 1"));
  }

  /** A unit that is fed by something that there is not. */
  public static BadPlant unit(String id, String word) {
    return new BadPlant(new Name(
        "设备“" + id + "”的 source 为“" + word + "”：可用 water、heat-pump、vrf",
        "equipment '" + id + "' has source '" + word + "': use water, heat-pump or vrf"));
  }

  /** A piece of equipment with a fact that no machine can have. */
  public static BadPlant fact(String id, String key, double value) {
    return new BadPlant(new Name(
        "设备“" + id + "”的 " + key + " 为 " + value + "：须为大于零的有限数",
        "equipment '" + id + "' has " + key + " " + value + ": give a finite number above zero"));
  }

  /** What is wrong and what to do. */
  public Name text() {
    return text;
  }
}
