/** Amplifiers, filters, spans and links, their propagation and back-propagation. */
@NullMarked
package org.lightpath.fiber.link;

import org.jspecify.annotations.NullMarked;
