package io.campustwin.engine.alarm;

/** Who hears what happens to alarms, in the order it happens. */
public interface AlarmListener {
  /** An occurrence began or moved on. */
  void changed(Alarm alarm);

  /** Something happened; every number comes once. */
  void happened(AlarmEvent event);

  /** Somebody's attention is asked for. */
  void announced(Announcement announcement);
}
