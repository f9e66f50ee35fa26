/**
 * Coherent transceivers: WDM transmitter, receiver with its signal processing, and quality metrics.
 */
@NullMarked
package org.lightpath.fiber.transceiver;

import org.jspecify.annotations.NullMarked;
