/** Counter-based random numbers: the same draws on every engine, in any order. */
@NullMarked
package org.lightpath.core.random;

import org.jspecify.annotations.NullMarked;
