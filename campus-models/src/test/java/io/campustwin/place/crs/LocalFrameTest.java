package io.campustwin.place.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.place.Campus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures: the length of the GRS 80 meridian, and the series of Kruger in the form of C. F. F. Karney, "Transverse
 * Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011), equations 7 to 12 and 35, written out below.
 */
class LocalFrameTest {
  private static Campus.Frame zone(int meridian) {
    return new Campus.Frame(Cgcs2000.zone(meridian), 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "114, 114.0, 34.0",
    "114, 114.5, 34.7",
    "114, 112.6, 30.25",
    "117, 118.4, 39.9",
    "108, 109.3, 34.26",
    "120, 121.4, 28.65",
    "90, 91.1, 29.65",
    "135, 134.9, 48.3"
  })
  void a1_agreesWithKrugersSeriesToAMillimetre(int meridian, double lon, double lat) {
    LocalXY ours = LocalFrame.of(zone(meridian)).toLocal(new LonLat(lon, lat));
    double[] series = kruger(lat, lon - meridian);
    assertThat(ours.x()).isCloseTo(500_000 + series[0], within(0.001));
    assertThat(ours.y()).isCloseTo(series[1], within(0.001));
  }

  @Test
  void a2_theMeridianArcTo45DegreesIsThatOfGrs80() {
    assertThat(kruger(45, 0)[1]).isCloseTo(4_984_944.378, within(0.001));
    assertThat(LocalFrame.of(zone(114)).toLocal(new LonLat(114, 45)).y())
        .isCloseTo(4_984_944.378, within(0.001));
  }

  @Test
  void a3_thereAndBackIsTheSamePlace() {
    LocalFrame frame = LocalFrame.of(new Campus.Frame(Cgcs2000.zone(114), 512_000, 3_846_000));
    LocalXY place = frame.toLocal(frame.toLonLat(new LocalXY(123.45, -67.8)));
    assertThat(place.x()).isCloseTo(123.45, within(1e-4));
    assertThat(place.y()).isCloseTo(-67.8, within(1e-4));
  }

  @Test
  void a4_northFirstAxesMeanTheSamePlace() {
    String northFirst = Cgcs2000.zone(114)
        .replace(
            "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]",
            "AXIS[\"X\",NORTH],AXIS[\"Y\",EAST]");
    LonLat place = new LonLat(114.13, 34.7);
    LocalXY one = LocalFrame.of(zone(114)).toLocal(place);
    LocalXY two = LocalFrame.of(new Campus.Frame(northFirst, 0, 0)).toLocal(place);
    assertThat(two.x()).isCloseTo(one.x(), within(1e-6));
    assertThat(two.y()).isCloseTo(one.y(), within(1e-6));
  }

  @Test
  void b1_whatIsNoProjectedSystemSaysSo() {
    assertThat(LocalFrame.problem(zone(114))).isEmpty();
    assertThat(LocalFrame.problem(new Campus.Frame("EPSG:4547", 0, 0))).isPresent();
    assertThat(LocalFrame.problem(new Campus.Frame("", 0, 0))).isPresent();
    String geographic =
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
    assertThat(LocalFrame.problem(new Campus.Frame(geographic, 0, 0)).orElseThrow())
        .contains("projected");
    assertThatThrownBy(() -> Cgcs2000.zone(115)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Cgcs2000.centralMeridian(115.4)).isEqualTo(114);
    assertThat(Cgcs2000.centralMeridian(115.6)).isEqualTo(117);
  }

  @Test
  void c1_theOffsetOfWebMapsIsHundredsOfMetresAndGoesBack() {
    LonLat beijing = new LonLat(116.391, 39.907);
    LonLat shifted = Gcj02.fromWgs84(beijing);
    double metres = Math.hypot(
        (shifted.lon() - beijing.lon()) * 85_000, (shifted.lat() - beijing.lat()) * 111_000);
    assertThat(metres).isBetween(100.0, 900.0);
    LonLat back = Gcj02.toWgs84(shifted);
    assertThat(back.lon()).isCloseTo(beijing.lon(), within(1e-8));
    assertThat(back.lat()).isCloseTo(beijing.lat(), within(1e-8));
  }

  @Test
  void c2_outsideChinaNothingIsShifted() {
    LonLat paris = new LonLat(2.35, 48.86);
    assertThat(Gcj02.fromWgs84(paris)).isEqualTo(paris);
  }

  /** Easting and northing from the central meridian, scale 1, CGCS2000 ellipsoid; to the sixth order in n. */
  private static double[] kruger(double latitude, double dLon) {
    double a = 6378137;
    double f = 1 / 298.257222101;
    double n = f / (2 - f);
    double n2 = n * n;
    double n3 = n2 * n;
    double n4 = n3 * n;
    double n5 = n4 * n;
    double n6 = n5 * n;
    double radius = a / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
    double[] alpha = {
      n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800,
      13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1983433 * n6 / 1935360,
      61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440,
      49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600,
      34729 * n5 / 80640 - 3418889 * n6 / 1995840,
      212378941 * n6 / 319334400
    };
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(dLon);
    double e = Math.sqrt(f * (2 - f));
    double tau = Math.tan(phi);
    double sigma = Math.sinh(e * atanh(e * tau / Math.sqrt(1 + tau * tau)));
    double conformal = tau * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tau * tau);
    double xi = Math.atan2(conformal, Math.cos(lambda));
    double eta =
        asinh(Math.sin(lambda) / Math.sqrt(conformal * conformal + Math.pow(Math.cos(lambda), 2)));
    double north = xi;
    double east = eta;
    for (int j = 1; j <= alpha.length; j++) {
      north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new double[] {radius * east, radius * north};
  }

  private static double atanh(double x) {
    return 0.5 * Math.log((1 + x) / (1 - x));
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
