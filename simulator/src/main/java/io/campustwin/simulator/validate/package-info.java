/** Our figures beside published ones: what a suite of validation cases is, and what it finds. */
@NullMarked
package io.campustwin.simulator.validate;

import org.jspecify.annotations.NullMarked;
