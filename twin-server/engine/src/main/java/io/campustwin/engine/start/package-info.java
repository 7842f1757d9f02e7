/** How early heating and cooling must begin, learned from the twin. */
@NullMarked
package io.campustwin.engine.start;

import org.jspecify.annotations.NullMarked;
