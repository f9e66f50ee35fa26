package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Columns of the four-step transform N = N₁ N₂, with the sample n = n₁ N₂ + n₂ and the bin k = k₁ +
 * N₁ k₂: finishes the inverse transforms over n₁, turns the samples, begins the forward ones.
 *
 * <p>Which of the three depends on how often it has run: {@code layout[14]} counts, and {@link
 * RealRows} counts on. The first time there is nothing to finish, the last time nothing to begin.
 *
 * <p>Launch: a work-group for {@code layout[2]} columns of the modes that turn together. Global
 * memory: 2 T. Local memory: 32 KiB. Floor: 2 T.
 */
final class RealColumns {
  private RealColumns() {}

  /**
   * The kernel.
   *
   * @param layout as {@code FourStepRecipe} writes it
   */
  static void run(KernelContext context, RealArray field, RealArray numbers, IntArray layout) {
    real[] s = context.allocateRealLocalArray(4 * RealConstants.CAPACITY);
    int length = layout.get(0);
    int modes = layout.get(1);
    int perGroup = layout.get(2);
    int across = layout.get(3);
    int items = layout.get(4);
    int operators = layout.get(5);
    int reverse = layout.get(6);
    int fieldModes = layout.get(8);
    int passes = layout.get(9);
    int roots = layout.get(10);
    int turns = layout.get(12);
    int scale = layout.get(13);
    int position = layout.get(14);
    int item = context.localIdx;
    int blocks = (across + perGroup - 1) / perGroup;
    int unit = context.groupIdx / blocks;
    int first = (context.groupIdx - unit * blocks) * perGroup;
    int columns = across - first;
    if (columns > perGroup) {
      columns = perGroup;
    }
    int count = modes * columns * length;
    for (int i = item; i < count; i += items) {
      int rest = i / columns;
      int c = i - rest * columns;
      int m = rest / length;
      int n = rest - m * length;
      int source = 2 * (((unit * modes + m) * length + n) * across + first + c);
      int target = 2 * ((m * columns + c) * length + n);
      s[target] = field.get(source);
      s[target + 1] = field.get(source + 1);
    }
    context.localBarrier();
    int buffer = 2 * RealConstants.CAPACITY;
    int turn = 0;
    int radices = 32;
    int begin = position > 0 ? 0 : 1;
    int end = operators == 0 ? 2 : position < operators ? 2 : 1;
    for (int t = begin; t < end; t++) {
      int re = operators == 0 ? reverse : 1 - t;
      //#include transform
      if (t == 0 && position < operators) {
        int index = unit * modes / fieldModes;
        int turnAt = turns + 2 * (index * (operators - 1) + position - 1);
        real high = numbers.get(turnAt);
        real low = numbers.get(turnAt + 1);
        int stride = 2 * columns * length;
        for (int i = item; i < columns * length; i += items) {
          int sample = (turn & 1) * buffer + 2 * i;
          //#include rotate
        }
        context.localBarrier();
      }
    }
    real a = 1;
    if (operators > 0 && position == operators) {
      a = numbers.get(scale);
    }
    int last = (turn & 1) * buffer;
    for (int i = item; i < count; i += items) {
      int rest = i / columns;
      int c = i - rest * columns;
      int m = rest / length;
      int n = rest - m * length;
      int target = 2 * (((unit * modes + m) * length + n) * across + first + c);
      int source = last + 2 * ((m * columns + c) * length + n);
      field.set(target, s[source] * a);
      field.set(target + 1, s[source + 1] * a);
    }
    if (context.globalIdx == 0) {
      layout.set(15, position);
    }
  }

  /** Begins to count anew. */
  static void reset(KernelContext context, IntArray layout) {
    if (context.globalIdx == 0) {
      layout.set(14, 0);
    }
  }
}
