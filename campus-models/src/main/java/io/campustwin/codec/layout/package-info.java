/** Lays out whole campuses from a short description: rooms, doors, equipment, device maps, as the text of a folder. */
@NullMarked
package io.campustwin.codec.layout;

import org.jspecify.annotations.NullMarked;
