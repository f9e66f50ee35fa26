package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Everything a plan does to fields whose modes fit local memory, in one launch: transforms,
 * filters, all steps of a propagation.
 *
 * <p>U ← D(l₀) N(w₁) D(l₁) … N(w_n) D(l_n), A ← a U, with D a multiplication of the spectrum and N
 * the rotation of {@link RealTurn}; or one transform alone.
 *
 * <p>Shapes: field (unit, mode, time) with the modes that turn together in one unit; in {@code
 * numbers} the roots, the factors of D (slot, row, bin), the turns (field, step, (high, low)), a.
 * Launch: a work-group for each {@code layout[2]} units, {@code layout[4]} items in it. Global
 * memory: 2 T for the whole plan (T is one read or write of the field), tables besides. Local
 * memory: 32 KiB, two buffers of {@code CAPACITY} complex numbers. Floor: 2 T.
 */
final class RealSpan {
  private RealSpan() {}

  /**
   * The kernel.
   *
   * @param layout as {@code SpanLayout} writes it
   */
  static void run(KernelContext context, RealArray field, RealArray numbers, IntArray layout) {
    real[] s = context.allocateRealLocalArray(4 * RealConstants.CAPACITY);
    int length = layout.get(0);
    int modes = layout.get(1);
    int perGroup = layout.get(2);
    int units = layout.get(3);
    int items = layout.get(4);
    int operators = layout.get(5);
    int reverse = layout.get(6);
    int rows = layout.get(7);
    int fieldModes = layout.get(8);
    int passes = layout.get(9);
    int roots = layout.get(10);
    int table = layout.get(11);
    int turns = layout.get(12);
    int scale = layout.get(13);
    int item = context.localIdx;
    int firstUnit = context.groupIdx * perGroup;
    int unit = modes * length;
    int present = units - firstUnit;
    if (present > perGroup) {
      present = perGroup;
    }
    int count = present * unit;
    int base = 2 * firstUnit * unit;
    for (int i = item; i < 2 * count; i += items) {
      s[i] = field.get(base + i);
    }
    context.localBarrier();
    int buffer = 2 * RealConstants.CAPACITY;
    int turn = 0;
    int radices = 16;
    int transforms = operators == 0 ? 1 : 2 * operators;
    for (int t = 0; t < transforms; t++) {
      int re = operators == 0 ? reverse : t & 1;
      //#include transform
      if (operators > 0) {
        int operator = t >> 1;
        int at = (turn & 1) * buffer;
        if ((t & 1) == 0) {
          int slot = layout.get(48 + operator) * rows;
          for (int i = item; i < count; i += items) {
            int line = i / length;
            int row = rows == 1 ? 0 : (firstUnit * modes + line) % fieldModes;
            int h = table + 2 * ((slot + row) * length + i - line * length);
            real hr = numbers.get(h);
            real hi = numbers.get(h + 1);
            real x = s[at + 2 * i];
            real y = s[at + 2 * i + 1];
            s[at + 2 * i] = x * hr - y * hi;
            s[at + 2 * i + 1] = x * hi + y * hr;
          }
        } else if (operator < operators - 1) {
          for (int i = item; i < present * length; i += items) {
            int u = i / length;
            int index = ((firstUnit + u) * modes) / fieldModes;
            int c = turns + 2 * (index * (operators - 1) + operator);
            int sample = at + 2 * (u * unit + i - u * length);
            int stride = 2 * length;
            real high = numbers.get(c);
            real low = numbers.get(c + 1);
            //#include rotate
          }
        }
        context.localBarrier();
      }
    }
    real a = numbers.get(scale);
    int last = (turn & 1) * buffer;
    for (int i = item; i < 2 * count; i += items) {
      field.set(base + i, s[last + i] * a);
    }
  }
}
