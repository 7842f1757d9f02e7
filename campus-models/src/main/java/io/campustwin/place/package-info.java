/** Buildings, storeys, spaces, passages and zones with their geometry in local metres. */
@NullMarked
package io.campustwin.place;

import org.jspecify.annotations.NullMarked;
