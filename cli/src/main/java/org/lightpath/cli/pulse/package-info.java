/** Experiments of kind {@code pulse}: one or many pulses through a fibre. */
@NullMarked
package org.lightpath.cli.pulse;

import org.jspecify.annotations.NullMarked;
