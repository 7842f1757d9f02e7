/** Alarms: the list and what is done to them, holds, events, announcements, figures. */
@NullMarked
package io.campustwin.server.web.alarm;

import org.jspecify.annotations.NullMarked;
