package io.campustwin.place.crs;

import io.campustwin.place.Campus;
import java.util.Optional;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.opengis.referencing.FactoryException;
import org.opengis.referencing.crs.CoordinateReferenceSystem;
import org.opengis.referencing.crs.ProjectedCRS;
import org.opengis.referencing.cs.AxisDirection;
import org.opengis.referencing.operation.MathTransform;
import org.opengis.referencing.operation.TransformException;

/**
 * A campus's local metres on the earth: local = projected - origin, projected to and from WGS 84 longitude and
 * latitude. Grid convergence and the scale of the projection are left in: over a campus of a kilometre the scale is
 * off by less than 0.2 m in a 3-degree zone. A datum that gives no TOWGS84 is taken to share the geocentre and axes of WGS
 * 84. Safe for use by several threads.
 */
public final class LocalFrame {
  private final Campus.Frame frame;
  private final boolean northFirst;
  private final MathTransform toProjected;
  private final MathTransform toGeographic;

  private LocalFrame(Campus.Frame frame) throws FactoryException {
    CoordinateReferenceSystem crs = CRS.parseWKT(frame.wkt());
    if (!(crs instanceof ProjectedCRS)) {
      throw new FactoryException("not a projected system: " + crs.getName());
    }
    this.frame = frame;
    this.northFirst = crs.getCoordinateSystem().getAxis(0).getDirection() == AxisDirection.NORTH;
    this.toProjected = CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true);
    this.toGeographic = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
  }

  /** What is wrong with a frame's reference system, empty if nothing. */
  public static Optional<String> problem(Campus.Frame frame) {
    try {
      LocalFrame made = new LocalFrame(frame);
      made.transform(made.toGeographic, frame.originEasting(), frame.originNorthing());
      return Optional.empty();
    } catch (FactoryException | TransformException | RuntimeException broken) {
      return Optional.of(
          String.valueOf(broken.getMessage()).lines().findFirst().orElse("not readable"));
    }
  }

  /** Throws IllegalArgumentException where {@link #problem} names one. */
  public static LocalFrame of(Campus.Frame frame) {
    try {
      return new LocalFrame(frame);
    } catch (FactoryException broken) {
      throw new IllegalArgumentException(
          "unusable reference system: " + broken.getMessage(), broken);
    }
  }

  /** Local metres to WGS 84. */
  public LonLat toLonLat(LocalXY local) {
    double easting = local.x() + frame.originEasting();
    double northing = local.y() + frame.originNorthing();
    try {
      double[] place = transform(toGeographic, easting, northing);
      return new LonLat(place[0], place[1]);
    } catch (TransformException outside) {
      throw new IllegalArgumentException(local + " cannot be put on the earth", outside);
    }
  }

  /** WGS 84 to local metres. */
  public LocalXY toLocal(LonLat place) {
    try {
      double[] xy = {place.lon(), place.lat()};
      toProjected.transform(xy, 0, xy, 0, 1);
      double easting = northFirst ? xy[1] : xy[0];
      double northing = northFirst ? xy[0] : xy[1];
      return new LocalXY(easting - frame.originEasting(), northing - frame.originNorthing());
    } catch (TransformException outside) {
      throw new IllegalArgumentException(place + " cannot be put in the campus frame", outside);
    }
  }

  /** Local metres to easting and northing of the projected system. */
  public LocalXY toProjected(LocalXY local) {
    return new LocalXY(local.x() + frame.originEasting(), local.y() + frame.originNorthing());
  }

  private double[] transform(MathTransform transform, double easting, double northing)
      throws TransformException {
    double[] xy = northFirst ? new double[] {northing, easting} : new double[] {easting, northing};
    transform.transform(xy, 0, xy, 0, 1);
    return xy;
  }
}
