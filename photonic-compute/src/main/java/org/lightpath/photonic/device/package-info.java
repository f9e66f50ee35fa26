/** Optical and electronic parts: immutable descriptions whose defaults carry their source. */
@NullMarked
package org.lightpath.photonic.device;

import org.jspecify.annotations.NullMarked;
