package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Rows of the four-step transform where it is all there is to do: finishes it and stores bins in
 * natural order, k = k₁ + N₁ k₂.
 *
 * <p>Launch: as {@link RealRows}. Global memory: 2 T and the factors. Local memory: 32 KiB. Floor: 2
 * T. Limits: neighbouring items write N₁ apart.
 */
final class RealBins {
  private RealBins() {}

  /** The kernel. */
  static void run(
      KernelContext context,
      RealArray field,
      RealArray result,
      RealArray numbers,
      IntArray layout) {
    real[] s = context.allocateRealLocalArray(4 * RealConstants.CAPACITY);
    int height = layout.get(0);
    int length = layout.get(3);
    int re = layout.get(6);
    int scale = layout.get(13);
    int passes = layout.get(20);
    int roots = layout.get(21);
    int factors = layout.get(22);
    int perGroup = layout.get(23);
    int items = layout.get(24);
    int lines = layout.get(25);
    int item = context.localIdx;
    int first = context.groupIdx * perGroup;
    int present = lines - first;
    if (present > perGroup) {
      present = perGroup;
    }
    int count = present * length;
    int base = first * length;
    for (int i = item; i < count; i += items) {
      int f = factors + 2 * ((base + i) % (height * length));
      real c = numbers.get(f);
      real d = numbers.get(f + 1);
      real x = field.get(2 * (base + i) + re);
      real y = field.get(2 * (base + i) + 1 - re);
      s[2 * i + re] = x * c - y * d;
      s[2 * i + 1 - re] = x * d + y * c;
    }
    context.localBarrier();
    int buffer = 2 * RealConstants.CAPACITY;
    int turn = 0;
    int radices = 56;
    //#include transform
    real a = numbers.get(scale);
    int last = (turn & 1) * buffer;
    for (int i = item; i < count; i += items) {
      int line = (first + i / length) / height;
      int low = first + i / length - line * height;
      int high = i % length;
      int target = 2 * (line * height * length + low + height * high);
      result.set(target, s[last + 2 * i] * a);
      result.set(target + 1, s[last + 2 * i + 1] * a);
    }
  }
}
