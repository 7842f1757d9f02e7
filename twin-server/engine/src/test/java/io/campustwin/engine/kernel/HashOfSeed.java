package io.campustwin.engine.kernel;

import java.util.List;

/** Prints the hash of one seed's run; a program of its own, so that another JDK can run it. */
final class HashOfSeed {
  private HashOfSeed() {}

  public static void main(String[] arguments) {
    List<Input> inputs = RandomInputs.of(Long.parseLong(arguments[0]), 1_500);
    Engine engine = Engine.of(TinyCampus.model(), D01_LinkageTest.rules());
    OutputHash hash = new OutputHash();
    inputs.forEach(input -> hash.add(engine.apply(input)));
    System.out.println(hash.hex());
  }
}
