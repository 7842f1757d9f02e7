/** What a viewer draws: places, equipment, grounds, tour and camera views in one document, and the sun over them. */
@NullMarked
package io.campustwin.server.web.geometry;

import org.jspecify.annotations.NullMarked;
