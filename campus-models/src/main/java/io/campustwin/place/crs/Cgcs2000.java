package io.campustwin.place.crs;

import java.util.Locale;

/**
 * WKT of the China Geodetic Coordinate System 2000 and its 3-degree Gauss-Kruger zones. Ellipsoid: a = 6378137 m,
 * 1/f = 298.257222101 (GB/T 17278, as EPSG 4490). CGCS2000 and WGS 84 agree to a few centimetres and are treated as
 * the same datum.
 */
public final class Cgcs2000 {
  private static final String GEOGRAPHIC =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]],"
          + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
          + "AXIS[\"Lon\",EAST],AXIS[\"Lat\",NORTH]]";

  private Cgcs2000() {}

  /**
   * WKT 1 of a 3-degree zone named by its central meridian; easting without zone number, false easting 500 km.
   *
   * @param centralMeridian degrees east, a multiple of 3 from 75 to 135
   */
  public static String zone(int centralMeridian) {
    if (centralMeridian < 75 || centralMeridian > 135 || centralMeridian % 3 != 0) {
      throw new IllegalArgumentException(
          "not a central meridian of a CGCS2000 3-degree zone: " + centralMeridian);
    }
    return String.format(
        Locale.ROOT,
        "PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger CM %dE\",%s,PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",%d],"
            + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",500000],"
            + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1],"
            + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]]",
        centralMeridian,
        GEOGRAPHIC,
        centralMeridian);
  }

  /** Central meridian of the 3-degree zone that a longitude lies in. */
  public static int centralMeridian(double lon) {
    return 3 * (int) Math.round(lon / 3);
  }
}
