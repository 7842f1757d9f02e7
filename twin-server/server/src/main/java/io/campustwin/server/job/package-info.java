/** Scenario runs and evaluations as jobs with files: what comes in is found, what comes out is written. */
@NullMarked
package io.campustwin.server.job;

import org.jspecify.annotations.NullMarked;
