/** Arrays in the IDX format of the MNIST digits. */
@NullMarked
package org.lightpath.datasets.idx;

import org.jspecify.annotations.NullMarked;
