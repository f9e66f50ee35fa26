/** NumPy's NPY files. */
@NullMarked
package org.lightpath.datasets.npy;

import org.jspecify.annotations.NullMarked;
