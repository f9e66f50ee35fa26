/**
 * Who computes a model's products: digitally, by a core's equations with fitted links, or by
 * waveforms that cross the simulated network and meet in the core.
 */
@NullMarked
package org.lightpath.cloud.fidelity;

import org.jspecify.annotations.NullMarked;
