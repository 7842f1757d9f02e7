/** Draws the grounds of a laid-out campus: roads, footpaths to every exit, lawns, water, trees and the fence. */
@NullMarked
package io.campustwin.codec.layout.grounds;

import org.jspecify.annotations.NullMarked;
