/** Every fault of the library held against its label: nothing before its onset, its effect in force, and clear after. */
@NullMarked
package io.campustwin.simulator.validate.fault;

import org.jspecify.annotations.NullMarked;
