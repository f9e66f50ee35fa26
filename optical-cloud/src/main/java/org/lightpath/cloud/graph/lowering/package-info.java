/** Operators that multiply, lowered to matrix products C[M,N] = A[M,K]·B[K,N]. */
@NullMarked
package org.lightpath.cloud.graph.lowering;

import org.jspecify.annotations.NullMarked;
