/** Tests of fibre physics. */
@NullMarked
package org.lightpath.fiber.link;

import org.jspecify.annotations.NullMarked;
