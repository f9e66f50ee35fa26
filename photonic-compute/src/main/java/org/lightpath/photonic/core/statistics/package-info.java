/** Statistics of samples: moments, distances of distributions and their significance. */
@NullMarked
package org.lightpath.photonic.core.statistics;

import org.jspecify.annotations.NullMarked;
