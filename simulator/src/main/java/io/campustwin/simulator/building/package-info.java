/** What a campus's buildings are made of and how rooms lie to each other and to the sky: from geometry to a heat plan. */
@NullMarked
package io.campustwin.simulator.building;

import org.jspecify.annotations.NullMarked;
