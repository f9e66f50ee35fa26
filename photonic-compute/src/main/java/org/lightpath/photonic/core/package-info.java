/**
 * Photonic matrix cores behind one interface, {@link org.lightpath.photonic.core.MatrixCore}: each
 * turns a product into a plan that any engine runs, and says which of its effects are exact.
 *
 * <p>C[M,N] = A[M,K] B[K,N]: rows of A are inputs x, columns of B are weights w, both in units of
 * their full scales, so that |x|, |w| ≤ 1.
 *
 * <p>Noise has three classes, and the class decides how often it is drawn:
 *
 * <ul>
 *   <li><b>operand side</b> (driver, modulator, intensity noise of a symbol, phase of a symbol):
 *       one draw for each value, seen by all outputs that take the value. Drawing it for each
 *       (i,j,k) would lose the correlation between outputs.
 *   <li><b>device static</b> (couplers, crosstalk, resonances, meshes): drawn once for each chip
 *       from the chip's seed and the place of the part, so that the same chip meets every design.
 *   <li><b>receiver side</b> (shot, thermal, converter): independent for each readout. Sums of
 *       Poisson numbers are Poisson, so K terms need one draw, whose variance comes from norms or
 *       from one second product.
 * </ul>
 */
@NullMarked
package org.lightpath.photonic.core;

import org.jspecify.annotations.NullMarked;
