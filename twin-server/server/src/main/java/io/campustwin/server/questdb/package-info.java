/** A table of telemetry in an embedded QuestDB, tuned to be a small guest in the server's process. */
@NullMarked
package io.campustwin.server.questdb;

import org.jspecify.annotations.NullMarked;
