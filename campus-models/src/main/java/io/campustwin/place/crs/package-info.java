/** Reference systems: local metres, projected coordinates, longitude and latitude; the only user of GeoTools. */
@NullMarked
package io.campustwin.place.crs;

import org.jspecify.annotations.NullMarked;
