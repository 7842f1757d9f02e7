/** Published tests of evacuation models: RiMEA 4.1.1, NIST TN 1822 and laboratory flows. */
@NullMarked
package io.campustwin.simulator.validate.evacuation;

import org.jspecify.annotations.NullMarked;
