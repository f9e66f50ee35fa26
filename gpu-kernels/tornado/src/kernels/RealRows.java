package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Rows of the four-step transform, each with one k₁: finishes the forward transform over n₂,
 * multiplies by D, begins the inverse one. The factors e^(−2πj k₁n₂/N) are applied on the way in and
 * out.
 *
 * <p>Launch: a work-group for {@code layout[23]} rows. Global memory: 2 T, tables (D and the
 * factors) 2 T for each mode of a field, which a batch shares. Local memory: 32 KiB. Floor: 2 T.
 */
final class RealRows {
  private RealRows() {}

  /** One linear operator; see {@link RealColumns} for which. */
  static void run(KernelContext context, RealArray field, RealArray numbers, IntArray layout) {
    real[] s = context.allocateRealLocalArray(4 * RealConstants.CAPACITY);
    int height = layout.get(0);
    int length = layout.get(3);
    int tableRows = layout.get(7);
    int fieldModes = layout.get(8);
    int table = layout.get(11);
    int operator = layout.get(15);
    int slot = layout.get(80 + operator);
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
      real x = field.get(2 * (base + i));
      real y = field.get(2 * (base + i) + 1);
      s[2 * i] = x * c - y * d;
      s[2 * i + 1] = x * d + y * c;
    }
    context.localBarrier();
    int buffer = 2 * RealConstants.CAPACITY;
    int turn = 0;
    int radices = 56;
    for (int re = 0; re < 2; re++) {
      //#include transform
      if (re == 0) {
        int now = (turn & 1) * buffer;
        for (int i = item; i < count; i += items) {
          int line = (base + i) / (height * length);
          int row = tableRows == 1 ? 0 : line % fieldModes;
          int bin = base + i - line * height * length;
          int h = table + 2 * ((slot * tableRows + row) * height * length + bin);
          real c = numbers.get(h);
          real d = numbers.get(h + 1);
          real x = s[now + 2 * i];
          real y = s[now + 2 * i + 1];
          s[now + 2 * i] = x * c - y * d;
          s[now + 2 * i + 1] = x * d + y * c;
        }
        context.localBarrier();
      }
    }
    int last = (turn & 1) * buffer;
    for (int i = item; i < count; i += items) {
      int f = factors + 2 * ((base + i) % (height * length));
      real c = numbers.get(f);
      real d = numbers.get(f + 1);
      real x = s[last + 2 * i];
      real y = s[last + 2 * i + 1];
      field.set(2 * (base + i), x * c + y * d);
      field.set(2 * (base + i) + 1, y * c - x * d);
    }
    if (context.globalIdx == 0) {
      layout.set(14, operator + 1);
    }
  }
}
