/** The cause-and-effect matrix exercised: every cause of a campus triggered on virtual time, every effect timed. */
@NullMarked
package io.campustwin.simulator.matrix;

import org.jspecify.annotations.NullMarked;
