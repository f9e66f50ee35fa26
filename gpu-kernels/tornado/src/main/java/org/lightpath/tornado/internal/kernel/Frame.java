package org.lightpath.tornado.internal.kernel;

import java.util.List;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * The arrays that all kernels of one execution plan are bound to.
 *
 * @param data what is computed on
 * @param inputs how many of the first of these come from the host for each run; the others are work
 *     space and results
 * @param numbers tables
 * @param layout extents, places of the tables, indices: arrays, because TornadoVM would compile
 *     scalars into the kernel
 */
record Frame(List<Numbers> data, int inputs, Numbers numbers, IntArray layout) {
  /** Copies the list. */
  Frame {
    data = List.copyOf(data);
  }
}
