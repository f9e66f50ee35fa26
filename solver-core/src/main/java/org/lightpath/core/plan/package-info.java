/** Immutable descriptions of what to compute, in SI units, with no processor in sight. */
@NullMarked
package org.lightpath.core.plan;

import org.jspecify.annotations.NullMarked;
