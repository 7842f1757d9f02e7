package io.campustwin.simulator.validate.sky;

import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import io.campustwin.simulator.weather.Erbs;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.SolarPosition;
import io.campustwin.simulator.weather.Sun;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * {@code campus validate solar}: position of the sun, split of global light, skies on a tilted plane, and the solar tables
 * of ASHRAE 140, which need no zone.
 */
public final class SolarSuite {
  private static final String PVLIB = "pvlib-python test suite";
  /** 17 October 2003, 12:30:30 at UTC - 7 h. */
  private static final double SPA_MOMENT = 1_066_419_030;

  private static final Plane TILTED = Plane.ofDegrees(40, 180);
  /** Tucson, 24 June 2014, 6, 12 and 18 h: direct normal, diffuse, apparent zenith, azimuth. */
  private static final double[][] TUCSON = {
    {316.1949056, 40.46149818, 82.85457044, 66.71410338},
    {939.95469881, 118.45831879, 10.56413562, 144.76567754},
    {646.22886049, 62.03376265, 72.41687122, 287.04104128}
  };

  private static final double TUCSON_EXTRATERRESTRIAL = 1321.1655834833093;

  private SolarSuite() {}

  public static Suite suite() {
    return Bestest.addTo(new CaseSuite("solar")
        .with("spa", SolarSuite::position)
        .with("erbs", SolarSuite::erbs)
        .with("isotropic", SolarSuite::isotropic)
        .with("hay-davies", SolarSuite::hayDavies)
        .with("perez", SolarSuite::perez));
  }

  private static void position(List<Finding> found) {
    Expect expect = new Expect(found, "spa", "NREL/TP-560-34302, table A5.1");
    Place place = new Place(39.742476, -105.1786, -7, 1830.14);
    SolarPosition sun = SolarPosition.at(SPA_MOMENT, 67, place, new SolarPosition.Air(820, 11));
    double zenith = 90 - Math.toDegrees(sun.apparentElevation());
    expect.near("zenith", zenith, "deg", 50.11162, 5e-6);
    expect.near("azimuth", Math.toDegrees(sun.azimuth()), "deg", 194.340241, 5e-7);
    expect.near("elevation", Math.toDegrees(sun.elevation()), "deg", 39.872046, 5e-7);
    double apparent = Math.toDegrees(sun.apparentElevation());
    expect.near("apparentElevation", apparent, "deg", 39.888378, 5e-7);
    expect.near("declination", Math.toDegrees(sun.declination()), "deg", -9.31434, 5e-6);
    expect.near("earthDistance", sun.distance(), "au", 0.9965422974, 5e-11);
  }

  private static void erbs(List<Finding> found) {
    Expect expect = new Expect(found, "erbs", PVLIB);
    Erbs winter = Erbs.split(1000, sun(10, 0, spencer(1)));
    expect.near("dni-day-1", winter.directNormal(), "W/m2", 794.2, 0.05);
    expect.near("dhi-day-1", winter.diffuse(), "W/m2", 217.9, 0.05);
    expect.near("kt-day-1", winter.clearness(), "", 0.718, 5e-4);
    Erbs summer = Erbs.split(1000, sun(10, 0, spencer(171)));
    expect.near("dni-day-171", summer.directNormal(), "W/m2", 842.0, 0.05);
    expect.near("dhi-day-171", summer.diffuse(), "W/m2", 170.8, 0.05);
    expect.near("kt-day-171", summer.clearness(), "", 0.768, 5e-4);
  }

  private static void isotropic(List<Finding> found) {
    double value =
        Sky.isotropic(sun(0, 180, Sun.CONSTANT), 0, 100).on(TILTED, 0).diffuse();
    new Expect(found, "isotropic", PVLIB).near("diffuse", value, "W/m2", 88.3022, 5e-5);
  }

  private static void hayDavies(List<Finding> found) {
    Expect expect = new Expect(found, "hay-davies", PVLIB);
    double[] published = {27.1775, 102.9949, 33.1909};
    for (int i = 0; i < published.length; i++) {
      double[] row = TUCSON[i];
      Sky sky = Sky.hayDavies(tucson(row), row[0], row[1]);
      expect.near("diffuse-" + (6 + 6 * i) + "h", fromSky(sky), "W/m2", published[i], 1e-4);
    }
  }

  private static void perez(List<Finding> found) {
    Expect expect = new Expect(found, "perez", PVLIB);
    double[] morning = TUCSON[0];
    double[] evening = TUCSON[2];
    double first = fromSky(Sky.perez(tucson(morning), morning[0], morning[1]));
    double last = fromSky(Sky.perez(tucson(evening), evening[0], evening[1]));
    expect.near("diffuse-6h", first, "W/m2", 31.46046871, 5e-3);
    expect.near("diffuse-18h", last, "W/m2", 45.45539877, 5e-3);
  }

  private static double fromSky(Sky sky) {
    var on = sky.on(TILTED, 0);
    return on.diffuse() + on.circumsolar();
  }

  private static Sun tucson(double[] row) {
    return sun(row[2], row[3], TUCSON_EXTRATERRESTRIAL);
  }

  private static Sun sun(double zenith, double azimuth, double extraterrestrial) {
    return new Sun(Math.toRadians(90 - zenith), Math.toRadians(azimuth), extraterrestrial);
  }

  /** Light outside the atmosphere by the day of the year as the source has it (J. Spencer 1971), W/m². */
  private static double spencer(int day) {
    double b = 2 * Math.PI * (day - 1) / 365;
    double course = 1.00011
        + 0.034221 * FastMath.cos(b)
        + 0.00128 * FastMath.sin(b)
        + 0.000719 * FastMath.cos(2 * b)
        + 0.000077 * FastMath.sin(2 * b);
    return Sun.CONSTANT * course;
  }
}
