/** Electricity on its way from the transformer to the loads: the tree of circuits, its flows and losses, breakers, tariff. */
@NullMarked
package io.campustwin.simulator.power;

import org.jspecify.annotations.NullMarked;
