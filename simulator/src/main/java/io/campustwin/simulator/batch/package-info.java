/** The campus over days, months or a year: its rooms, meters and weather as tables, its energy as totals. */
@NullMarked
package io.campustwin.simulator.batch;

import org.jspecify.annotations.NullMarked;
