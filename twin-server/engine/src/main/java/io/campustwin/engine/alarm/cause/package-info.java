/** What an alarm most probably comes of. */
@NullMarked
package io.campustwin.engine.alarm.cause;

import org.jspecify.annotations.NullMarked;
