/**
 * An edge-metro network of fibres: its model, routes and wavelengths through it, what a lightpath
 * loses and gains on its way, and the same elements as a link for split-step propagation.
 */
@NullMarked
package org.lightpath.cloud.network;

import org.jspecify.annotations.NullMarked;
