/** How an alarm system performs, in the figures of ISA-18.2. */
@NullMarked
package io.campustwin.engine.alarm.figure;

import org.jspecify.annotations.NullMarked;
