/** Complex fields in off-heap memory, and their shape and precision. */
@NullMarked
package org.lightpath.core.field;

import org.jspecify.annotations.NullMarked;
