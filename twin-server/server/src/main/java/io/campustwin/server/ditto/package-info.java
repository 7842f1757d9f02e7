/** Publishes the twin to an Eclipse Ditto endpoint, for districts of many campuses: equipment as things. */
@NullMarked
package io.campustwin.server.ditto;

import org.jspecify.annotations.NullMarked;
