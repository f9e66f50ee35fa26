/** Step rules: how a uniform stretch of fibre is divided before anything runs. */
@NullMarked
package org.lightpath.fiber.step;

import org.jspecify.annotations.NullMarked;
