package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/**
 * Vectors through all columns of a mesh in local memory, then the phase screen.
 *
 * <p>Launch: a work-group for {@code layout[1]} vectors of a field. Global memory: 2 T, blocks once
 * a group. Local memory: 32 KiB for vectors of up to 2 {@code CAPACITY} modes. 28 flops for each
 * block and vector. Floor: the larger of 2 T and the flops.
 */
final class RealMesh {
  private RealMesh() {}

  /**
   * The kernel.
   *
   * @param layout modes N, vectors of a group, vectors of a field, items, columns, chips, places of
   *     blocks and screen; from 16 on the first mode of each column
   */
  static void run(KernelContext context, RealArray field, RealArray numbers, IntArray layout) {
    real[] s = context.allocateRealLocalArray(4 * RealConstants.CAPACITY);
    int modes = layout.get(0);
    int perGroup = layout.get(1);
    int vectors = layout.get(2);
    int items = layout.get(3);
    int columns = layout.get(4);
    int chips = layout.get(5);
    int item = context.localIdx;
    int across = (vectors + perGroup - 1) / perGroup;
    int batch = context.groupIdx / across;
    int first = (context.groupIdx - batch * across) * perGroup;
    int present = vectors - first;
    if (present > perGroup) {
      present = perGroup;
    }
    int chip = chips == 1 ? 0 : batch;
    int pairs = modes / 2;
    int base = 2 * (batch * modes * vectors + first);
    for (int i = item; i < modes * present; i += items) {
      int m = i / present;
      int source = base + 2 * (m * vectors + i - m * present);
      s[2 * i] = field.get(source);
      s[2 * i + 1] = field.get(source + 1);
    }
    context.localBarrier();
    for (int column = 0; column < columns; column++) {
      int begin = layout.get(16 + column);
      int active = (modes - begin) / 2;
      int block = layout.get(6) + 8 * pairs * (chip * columns + column);
      for (int i = item; i < active * present; i += items) {
        int pair = i / present;
        int at = 2 * ((begin + 2 * pair) * present + i - pair * present);
        int to = at + 2 * present;
        int t = block + 8 * pair;
        real xr = s[at];
        real xi = s[at + 1];
        real yr = s[to];
        real yi = s[to + 1];
        real ar = numbers.get(t);
        real ai = numbers.get(t + 1);
        real br = numbers.get(t + 2);
        real bi = numbers.get(t + 3);
        real cr = numbers.get(t + 4);
        real ci = numbers.get(t + 5);
        real dr = numbers.get(t + 6);
        real di = numbers.get(t + 7);
        s[at] = ar * xr - ai * xi + br * yr - bi * yi;
        s[at + 1] = ar * xi + ai * xr + br * yi + bi * yr;
        s[to] = cr * xr - ci * xi + dr * yr - di * yi;
        s[to + 1] = cr * xi + ci * xr + dr * yi + di * yr;
      }
      context.localBarrier();
    }
    for (int i = item; i < modes * present; i += items) {
      int m = i / present;
      int target = base + 2 * (m * vectors + i - m * present);
      int screen = layout.get(7) + 2 * (chip * modes + m);
      real c = numbers.get(screen);
      real d = numbers.get(screen + 1);
      field.set(target, s[2 * i] * c - s[2 * i + 1] * d);
      field.set(target + 1, s[2 * i] * d + s[2 * i + 1] * c);
    }
  }
}
