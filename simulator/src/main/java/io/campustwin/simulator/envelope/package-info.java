/** What rooms are enclosed by: layers, panes, surfaces and plans of many rooms, with how walls conduct and glass absorbs. */
@NullMarked
package io.campustwin.simulator.envelope;

import org.jspecify.annotations.NullMarked;
