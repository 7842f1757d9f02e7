package io.campustwin.simulator.evacuation;

/**
 * A directed straight line of finite length in one plane, m. A point has a place along it (0 at the first end) and an
 * offset from it, positive on the left.
 */
final class Line {
  final double x;
  final double y;
  final double ux;
  final double uy;
  final double length;

  Line(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    x = x0;
    y = y0;
    length = Math.sqrt(dx * dx + dy * dy);
    ux = length > 0 ? dx / length : 1;
    uy = length > 0 ? dy / length : 0;
  }

  double along(double px, double py) {
    return (px - x) * ux + (py - y) * uy;
  }

  double offset(double px, double py) {
    return (py - y) * ux - (px - x) * uy;
  }

  double pointX(double along, double offset) {
    return x + along * ux - offset * uy;
  }

  double pointY(double along, double offset) {
    return y + along * uy + offset * ux;
  }

  double endX() {
    return pointX(length, 0);
  }

  double endY() {
    return pointY(length, 0);
  }

  Line reversed() {
    return new Line(endX(), endY(), x, y);
  }

  /** Metres from a point to the nearest point of the line. */
  double distance(double px, double py) {
    double nearest = Math.max(0, Math.min(length, along(px, py)));
    double dx = px - pointX(nearest, 0);
    double dy = py - pointY(nearest, 0);
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** True if the way from one point to another runs across the line; touching does not count. */
  boolean isCrossed(double ax, double ay, double bx, double by) {
    double a = offset(ax, ay);
    double b = offset(bx, by);
    if (a * b >= 0) {
      return false;
    }
    double share = a / (a - b);
    double at = along(ax + share * (bx - ax), ay + share * (by - ay));
    return at > 1e-9 && at < length - 1e-9;
  }
}
