/** Discrete Fourier transforms in double precision for lengths 2^a 3^b 5^c 7^d. */
@NullMarked
package org.lightpath.core.fft;

import org.jspecify.annotations.NullMarked;
