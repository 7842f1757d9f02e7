/** Live state of points: what a device last said, and what it stands in the platform's priority array. */
@NullMarked
package io.campustwin.engine.state;

import org.jspecify.annotations.NullMarked;
