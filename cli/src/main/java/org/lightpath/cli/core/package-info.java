/** Experiments of kind {@code core}: one photonic matrix core, its accuracy and its cost. */
@NullMarked
package org.lightpath.cli.core;

import org.jspecify.annotations.NullMarked;
