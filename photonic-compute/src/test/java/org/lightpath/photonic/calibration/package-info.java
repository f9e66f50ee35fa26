/** Tests of the calibration. */
@NullMarked
package org.lightpath.photonic.calibration;

import org.jspecify.annotations.NullMarked;
