/** Tests of the statistics. */
@NullMarked
package org.lightpath.photonic.core.statistics;

import org.jspecify.annotations.NullMarked;
