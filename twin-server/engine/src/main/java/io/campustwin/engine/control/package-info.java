/** Commands: requests, ledger, priority array, schedules. */
@NullMarked
package io.campustwin.engine.control;

import org.jspecify.annotations.NullMarked;
