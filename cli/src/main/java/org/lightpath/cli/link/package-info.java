/** Experiments of kind {@code link}: transmitter, spans, amplifiers, receiver. */
@NullMarked
package org.lightpath.cli.link;

import org.jspecify.annotations.NullMarked;
