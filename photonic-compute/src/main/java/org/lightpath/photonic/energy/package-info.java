/** Energy, area, latency and link budget of cores and of published architectures. */
@NullMarked
package org.lightpath.photonic.energy;

import org.jspecify.annotations.NullMarked;
