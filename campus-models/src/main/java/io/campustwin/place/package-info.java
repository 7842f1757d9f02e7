/** Buildings, storeys, spaces, passages, zones and landscape with their geometry in local metres. */
@NullMarked
package io.campustwin.place;

import org.jspecify.annotations.NullMarked;
