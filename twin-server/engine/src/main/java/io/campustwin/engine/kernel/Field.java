package io.campustwin.engine.kernel;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.FieldAddress;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.Quality;

/**
 * How far the field can be trusted: turns points bad that are overdue (1.6 times their period), whose link or device is
 * not up, or that were last heard of before a restart. The next good report turns them good again.
 */
final class Field {
  private final PointTable points;
  private final Outbox outbox;

  Field(PointTable points, Outbox outbox) {
    this.points = points;
    this.outbox = outbox;
  }

  /** A link still connecting says nothing yet about points that wait for their first report. */
  void link(LinkStatus status) {
    if (status.state() == LinkState.UP) {
      return;
    }
    boolean whole = status.device().isEmpty();
    Quality quality = Quality.bad(whole ? Quality.Reason.LINK_DOWN : Quality.Reason.DEVICE_SILENT);
    boolean connecting = status.state() == LinkState.CONNECTING;
    PointDirectory directory = points.directory();
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle) && concerns(status, directory.point(handle).address())) {
        Quality.Reason before = points.quality(handle).reason();
        boolean waits = before == Quality.Reason.NEVER_REPORTED
            || connecting && before == Quality.Reason.RESTART;
        if (!waits) {
          turn(handle, quality);
        }
      }
    }
  }

  void tick(long now) {
    for (int handle = 0; handle < points.directory().size(); handle++) {
      if (points.isOverdue(handle, now)) {
        turn(handle, Quality.bad(Quality.Reason.STALE));
      }
    }
  }

  void restart() {
    for (int handle = 0; handle < points.directory().size(); handle++) {
      if (points.directory().isAlive(handle) && points.value(handle) != null) {
        turn(handle, Quality.bad(Quality.Reason.RESTART));
      }
    }
  }

  private void turn(int handle, Quality quality) {
    if (!points.quality(handle).equals(quality)) {
      points.setQuality(handle, quality);
      outbox.point(handle);
    }
  }

  private static boolean concerns(LinkStatus status, FieldAddress address) {
    return address.adapter() == status.adapter()
        && (status.device().isEmpty() || status.device().equals(address.device()));
  }
}
