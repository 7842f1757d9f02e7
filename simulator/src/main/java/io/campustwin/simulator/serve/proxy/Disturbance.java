package io.campustwin.simulator.serve.proxy;

/**
 * What a proxy does to traffic, both ways; the words are Toxiproxy's where it has them.
 *
 * @param down nothing passes; TCP connections are cut and new ones closed at once
 * @param delayMillis every piece comes so much later
 * @param jitterMillis up to so much more, by chance
 * @param loss share of datagrams that are lost, 0 to 1; of TCP pieces, those that wait for a retransmission of 200 ms
 * @param duplicate share of datagrams that come twice; TCP hides it
 * @param reorder share of datagrams that the next one overtakes; TCP hides it
 * @param bytesPerSecond that pass each way, 0 for all
 */
public record Disturbance(
    boolean down,
    int delayMillis,
    int jitterMillis,
    double loss,
    double duplicate,
    double reorder,
    int bytesPerSecond) {
  /** Lets everything pass as it is. */
  public static final Disturbance NONE = new Disturbance(false, 0, 0, 0, 0, 0, 0);

  /** Lets nothing pass. */
  public static final Disturbance DOWN = new Disturbance(true, 0, 0, 0, 0, 0, 0);

  public Disturbance {
    boolean shares = isShare(loss) && isShare(duplicate) && isShare(reorder);
    if (!shares || delayMillis < 0 || jitterMillis < 0 || bytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "shares are 0 to 1, times and rates not negative: " + loss + " " + duplicate + " "
              + reorder + " " + delayMillis + " " + jitterMillis + " " + bytesPerSecond);
    }
  }

  private static boolean isShare(double x) {
    return x >= 0 && x <= 1;
  }

  public static Disturbance delay(int millis) {
    return new Disturbance(false, millis, 0, 0, 0, 0, 0);
  }

  public static Disturbance loss(double share) {
    return new Disturbance(false, 0, 0, share, 0, 0, 0);
  }

  public static Disturbance duplicate(double share) {
    return new Disturbance(false, 0, 0, 0, share, 0, 0);
  }

  public static Disturbance reorder(double share) {
    return new Disturbance(false, 0, 0, 0, 0, share, 0);
  }

  public static Disturbance slow(int bytesPerSecond) {
    return new Disturbance(false, 0, 0, 0, 0, 0, bytesPerSecond);
  }
}
