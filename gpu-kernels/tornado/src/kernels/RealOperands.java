package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Operands onto light, once for each value, and the memory of their streams along K.
 *
 * <p>Encoded values lie (matrix, row, k) for A and (matrix, k, column) for B, however B is stored.
 * {@code run} begins with the eight numbers of a run: full scales and limits of A and B, the
 * product of the scales, the halves of the sample's number.
 *
 * <p>Launch: encoding an item for each value, memory an item for each stream; guarded. Global
 * memory: one read, one write of each value. Floor: bytes over bandwidth. Limits: a stream is
 * remembered by one item.
 */
final class RealOperands {
  private RealOperands() {}

  /** Encodes A, which follows the numbers of the run. */
  static void left(
      KernelContext context, RealArray run, RealArray target, RealArray numbers, IntArray layout) {
    int index = context.globalIdx;
    int o = 48;
    if (index < layout.get(o)) {
      real value = run.get(8 + index);
      real size = run.get(0);
      real limit = run.get(1);
      //#include encode
      target.set(index, emitted);
    }
  }

  /** Encodes B. */
  static void right(
      KernelContext context,
      RealArray run,
      RealArray source,
      RealArray target,
      RealArray numbers,
      IntArray layout) {
    int index = context.globalIdx;
    int o = 64;
    if (index < layout.get(o)) {
      int streams = layout.get(o + 1);
      int inner = layout.get(o + 2);
      int place = index;
      if (layout.get(o + 3) == 1) {
        int matrix = index / (streams * inner);
        int rest = index - matrix * streams * inner;
        int k = rest / streams;
        place = (matrix * streams + rest - k * streams) * inner + k;
      }
      real value = source.get(place);
      real size = run.get(2);
      real limit = run.get(3);
      //#include encode
      target.set(index, emitted);
    }
  }

  /** Memory of the rows of A. */
  static void rememberLeft(
      KernelContext context, RealArray target, RealArray numbers, IntArray layout) {
    int o = 48;
    int inner = layout.get(o + 2);
    int base = context.globalIdx * inner;
    int stride = 1;
    //#include remember
  }

  /** Memory of the columns of B. */
  static void rememberRight(
      KernelContext context, RealArray target, RealArray numbers, IntArray layout) {
    int o = 64;
    int inner = layout.get(o + 2);
    int stride = layout.get(o + 1);
    int matrix = context.globalIdx / stride;
    int base = matrix * inner * stride + context.globalIdx - matrix * stride;
    //#include remember
  }
}
