package io.campustwin.signal;

/** A value in the unit of its point. Quality and times stand beside it in {@link Sample}, never inside. */
public sealed interface Value {
  /** On/off, open/closed, true/false. */
  record Bool(boolean on) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(on);
    }
  }

  /** A finite number in the point's unit. */
  record Num(double number) implements Value {
    public Num {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("not a finite number: " + number);
      }
    }

    @Override
    public String toString() {
      return Double.toString(number);
    }
  }

  /** A state of an enumeration, or free text. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  static Value of(boolean on) {
    return new Bool(on);
  }

  static Value of(double number) {
    return new Num(number);
  }

  static Value of(String text) {
    return new Text(text);
  }
}
