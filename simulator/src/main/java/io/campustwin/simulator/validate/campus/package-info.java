/** The demo school's balances, step by step, and the laws of its supply networks. */
@NullMarked
package io.campustwin.simulator.validate.campus;

import org.jspecify.annotations.NullMarked;
