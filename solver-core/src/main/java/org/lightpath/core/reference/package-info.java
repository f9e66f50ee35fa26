/** The plain scalar engine that judges all others: double precision, no tricks. */
@NullMarked
package org.lightpath.core.reference;

import org.jspecify.annotations.NullMarked;
