/**
 * Inside of the Aparapi engine: kernels as Java classes, their launches, plans as lists of passes.
 */
@NullMarked
package org.lightpath.aparapi.internal;

import org.jspecify.annotations.NullMarked;
