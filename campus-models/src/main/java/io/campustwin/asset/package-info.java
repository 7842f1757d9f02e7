/** Equipment kinds, equipment, points, relations, and the campus model that joins them to places. */
@NullMarked
package io.campustwin.asset;

import org.jspecify.annotations.NullMarked;
