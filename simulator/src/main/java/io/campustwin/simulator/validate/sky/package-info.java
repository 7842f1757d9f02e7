/** Published figures of sun, sky, shading, glass and photovoltaics beside ours. */
@NullMarked
package io.campustwin.simulator.validate.sky;

import org.jspecify.annotations.NullMarked;
