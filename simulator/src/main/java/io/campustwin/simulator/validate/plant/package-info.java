/** Machines of plant, their controllers and water against published figures and closed forms. */
@NullMarked
package io.campustwin.simulator.validate.plant;

import org.jspecify.annotations.NullMarked;
