/**
 * Requests of edge nodes that share a computing centre over wavelengths and time, event by event.
 */
@NullMarked
package org.lightpath.cloud.traffic;

import org.jspecify.annotations.NullMarked;
