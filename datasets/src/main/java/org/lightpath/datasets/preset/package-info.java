/** Fibres and amplifiers with values, units and sources. */
@NullMarked
package org.lightpath.datasets.preset;

import org.jspecify.annotations.NullMarked;
