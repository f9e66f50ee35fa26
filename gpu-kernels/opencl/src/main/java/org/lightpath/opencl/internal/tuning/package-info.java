/** Choosing among launches of equal bytes by measuring, and keeping the choices. */
@NullMarked
package org.lightpath.opencl.internal.tuning;

import org.jspecify.annotations.NullMarked;
