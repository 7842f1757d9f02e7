/** ANSI/ASHRAE Standard 140 (BESTEST) building fabric cases: descriptions, published bands, runs. */
@NullMarked
package io.campustwin.simulator.validate.bestest;

import org.jspecify.annotations.NullMarked;
