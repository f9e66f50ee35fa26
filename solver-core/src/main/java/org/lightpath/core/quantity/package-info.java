/** Physical quantities with units at the border; SI numbers inside. */
@NullMarked
package org.lightpath.core.quantity;

import org.jspecify.annotations.NullMarked;
