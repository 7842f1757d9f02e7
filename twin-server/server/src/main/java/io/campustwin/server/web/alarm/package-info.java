/** What stands around the alarms: holds, events, announcements, figures. */
@NullMarked
package io.campustwin.server.web.alarm;

import org.jspecify.annotations.NullMarked;
