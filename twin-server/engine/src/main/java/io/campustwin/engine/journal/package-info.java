/** Record format of the journal and the port that stores it. */
@NullMarked
package io.campustwin.engine.journal;

import org.jspecify.annotations.NullMarked;
