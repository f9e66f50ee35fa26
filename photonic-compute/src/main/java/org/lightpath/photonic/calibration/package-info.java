/**
 * Calibration as it is done on a chip: known vectors go through the noisy core, and what comes out
 * decides the correction.
 */
@NullMarked
package org.lightpath.photonic.calibration;

import org.jspecify.annotations.NullMarked;
