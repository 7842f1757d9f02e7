/** What can be done beside the live twin with the same engine: fork it, compare, plan the change, replay its journal. */
@NullMarked
package io.campustwin.engine.branch;

import org.jspecify.annotations.NullMarked;
