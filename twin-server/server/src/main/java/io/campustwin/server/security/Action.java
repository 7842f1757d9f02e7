package io.campustwin.server.security;

/** Everything that needs a right. Closed list. */
public enum Action {
  /** See places and points that carry the public mark. */
  VIEW_PUBLIC,
  /** See any place, point, history, alarm, command or device. */
  VIEW,
  /** Write to a point, at a priority. */
  COMMAND,
  /** Acknowledge an alarm. */
  ACKNOWLEDGE,
  /** Reset a latched alarm by hand. */
  RESET_ALARM,
  /** Shelve the alarms of a point for a while, or end that. */
  SHELVE_ALARM,
  /** Take the alarms of a point out of service or bring them back. */
  SERVICE_ALARM,
  /** The same for fire, panic and intrusion. */
  SERVICE_GUARD,
  /** Drill linkages and reset their runs. */
  WORK_LINKAGES,
  /** Put edited rule files in force. */
  MANAGE_RULES,
  /** Run scenarios and evaluations beside the live twin, and see what came of them. */
  SIMULATE,
  /** Read the audit. */
  VIEW_AUDIT,
  /** Write a backup of everything that is kept. */
  BACK_UP,
  /** List, add and change accounts. */
  MANAGE_USERS
}
