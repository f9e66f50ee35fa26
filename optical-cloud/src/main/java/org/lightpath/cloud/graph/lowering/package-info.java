/** Operators that multiply, lowered to matrix products. */
@NullMarked
package org.lightpath.cloud.graph.lowering;

import org.jspecify.annotations.NullMarked;
