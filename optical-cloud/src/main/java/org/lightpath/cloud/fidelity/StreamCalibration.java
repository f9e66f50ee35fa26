package org.lightpath.cloud.fidelity;

import java.util.OptionalDouble;

/**
 * What pilots tell of a link, taken off all that is received: A ≈ g A₀(t − d).
 *
 * @param gainRe real part of g, the complex amplitude gain
 * @param gainIm imaginary part of g
 * @param delay d in samples
 * @param stepError estimated relative error of the field that the finite steps of the propagation
 *     cause; empty without a link
 * @param steps steps that each field takes
 */
public record StreamCalibration(
    double gainRe, double gainIm, int delay, OptionalDouble stepError, long steps) {}
