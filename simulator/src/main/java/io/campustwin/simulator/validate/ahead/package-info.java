/** How well a world set up from a twin's history meets one whose truth is known. */
@NullMarked
package io.campustwin.simulator.validate.ahead;

import org.jspecify.annotations.NullMarked;
