/** The cause-and-effect matrix of a campus: made from model and linkages, written, read again and compared. */
@NullMarked
package io.campustwin.engine.matrix;

import org.jspecify.annotations.NullMarked;
