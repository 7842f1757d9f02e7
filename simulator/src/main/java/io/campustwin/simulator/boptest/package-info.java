/** A campus as a test case of the Building Optimization Testing Framework (BOPTEST): signals, emulation, forecasts, KPIs. */
@org.jspecify.annotations.NullMarked
package io.campustwin.simulator.boptest;
