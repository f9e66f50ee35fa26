/**
 * Closed-form Gaussian-noise (GN) models of nonlinear interference in dispersion-uncompensated
 * links.
 */
@NullMarked
package org.lightpath.fiber.gn;

import org.jspecify.annotations.NullMarked;
