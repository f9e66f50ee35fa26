package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.rounding.RoundingGain;
import org.lightpath.core.rounding.UnitRounding;

/**
 * The passes of a transform on one row: decimation in frequency to a permuted spectrum, and back.
 *
 * <p>Nothing is ever reordered: spectral tables are stored in the permuted order. A row is worked
 * on in two shapes. Column work does the first stages for a chunk of columns in a scratch buffer
 * that stays in the first-level cache (rows a power of two apart would share cache sets). Inner
 * work does the remaining stages, the product with H and the way back, depth first.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class Transform<A> {
  /** Bytes of a sub-transform whose stages are done one after the other. */
  private static final int LEAF_BYTES = 16 * 1024;

  /** Bytes of a chunk of columns of one mode. */
  private static final int CHUNK_BYTES = 16 * 1024;

  /** Loops shorter than this are joined, so that the cost of a call is shared. */
  private static final int LONG_LOOP = 16;

  final Stages stages;
  private final Kernels<A> kernels;
  private final Elements<A> elements;
  private final List<Table<A>> twiddles;
  private final int width;
  private final int leafBlocks;
  private final int chunk;

  Transform(Stages stages, Kernels<A> kernels, Elements<A> elements, Slabs<A> slabs) {
    this.stages = stages;
    this.kernels = kernels;
    this.elements = elements;
    this.width = stages.width();
    int blockBytes = width * elements.bytes();
    this.leafBlocks = Math.max(1, LEAF_BYTES / blockBytes);
    this.chunk = Math.max(1, Math.min(stages.columns(), CHUNK_BYTES / blockBytes / stages.rows()));
    this.twiddles = new ArrayList<>();
    for (int t = 0; t < stages.count(); t++) {
      twiddles.add(twiddles(t, slabs));
    }
  }

  /**
   * Mean amplitude gain of a forward and an inverse transform, apart from the factor N: not quite 1
   * in single precision, see {@link RoundingGain}.
   */
  double gain() {
    RoundingGain gain = new RoundingGain();
    for (int t = 0; t < stages.count(); t++) {
      int r = stages.radix(t);
      Table<A> w = twiddles.get(t);
      if (w.array() instanceof float[] single) {
        gain.twiddles(single, w.offset(), (r - 1) * stages.size(t + 1), stages.lanes(), r);
        if (r % 2 == 1) {
          gain.oddRadix(r);
        } else if (r == 8) {
          gain.radixEight();
        }
      }
    }
    if (elements.bytes() == Float.BYTES) {
      LaneTables.count(gain, stages.lanes(), stages.unit());
    }
    return gain.value();
  }

  /** For each block column j and m = 1 … r−1 the block w^(jm), w = exp(−2πj/n). */
  private Table<A> twiddles(int t, Slabs<A> slabs) {
    int lanes = stages.lanes();
    int r = stages.radix(t);
    int columns = stages.size(t + 1);
    long n = (long) stages.size(t) * lanes;
    Table<A> table = slabs.take((long) width * (r - 1) * columns);
    for (int j = 0; j < columns; j++) {
      for (int m = 1; m < r; m++) {
        int o = table.offset() + (j * (r - 1) + m - 1) * width;
        for (int lane = 0; lane < lanes; lane++) {
          long k = m * ((long) j * lanes + lane);
          storeUnit(table.array(), o + lane, UnitRoots.cos(k, n), -UnitRoots.sin(k, n));
        }
      }
    }
    return table;
  }

  private void storeUnit(A array, int index, double re, double im) {
    int imIndex = index + stages.lanes();
    if (array instanceof float[] single) {
      UnitRounding.round(re, im, single, index, imIndex);
    } else {
      elements.set(array, index, re);
      elements.set(array, imIndex, im);
    }
  }

  /** Elements that {@link #gather} needs as scratch for one mode. */
  int scratchLength() {
    return stages.rows() * chunk * width;
  }

  /** Columns that are worked on together. */
  int chunk() {
    return chunk;
  }

  /** All stages forward, in place. */
  void forward(A x, int o) {
    for (int t = 0; t < stages.count(); t++) {
      pass(false, t, x, o, stages.blocks());
    }
    kernels.forward(x, o, stages.blocks());
  }

  /** All stages back, in place, without the factor 1/N. */
  void inverse(A x, int o) {
    kernels.inverse(x, o, stages.blocks());
    for (int t = stages.count() - 1; t >= 0; t--) {
      pass(true, t, x, o, stages.blocks());
    }
  }

  /** A whole row forward, times H, and back. */
  void filter(A x, int o, Table<A> h) {
    firstColumns(x, o, 0, stages.columns());
    for (int row = 0; row < stages.rows(); row++) {
      inner(row, x, o, h);
    }
    lastColumns(x, o, 0, stages.columns());
  }

  /** Inner work on one sub-transform of the column group: forward, times H, back. */
  void inner(int row, A x, int o, Table<A> h) {
    int at = row * stages.columns() * width;
    inner(stages.group(), x, o + at, h.array(), h.offset() + at);
  }

  private void inner(int t, A x, int o, A h, int ho) {
    int blocks = stages.size(t);
    if (blocks > leafBlocks && stages.size(t + 1) % stages.unit() == 0) {
      int child = stages.size(t + 1) * width;
      pass(false, t, x, o, blocks);
      for (int c = 0; c < stages.radix(t); c++) {
        inner(t + 1, x, o + c * child, h, ho + c * child);
      }
      pass(true, t, x, o, blocks);
      return;
    }
    for (int u = t; u < stages.count(); u++) {
      pass(false, u, x, o, blocks);
    }
    kernels.filter(x, o, blocks, h, ho);
    for (int u = stages.count() - 1; u >= t; u--) {
      pass(true, u, x, o, blocks);
    }
  }

  /** One stage of all sub-transforms in a region; the longer of the two loops is the kernel's. */
  private void pass(boolean back, int t, A x, int o, int region) {
    int r = stages.radix(t);
    int columns = stages.size(t + 1);
    int row = columns * width;
    int step = stages.size(t) * width;
    int count = region / stages.size(t);
    A w = twiddles.get(t).array();
    int wo = twiddles.get(t).offset();
    if (columns > 1 && columns < LONG_LOOP && count > 1 && Integer.bitCount(columns) == 1) {
      within(back, r, x, o, row, Integer.numberOfTrailingZeros(columns), columns * count, w, wo);
    } else if (columns >= count) {
      for (int i = 0; i < count; i++) {
        along(back, r, x, o + i * step, row, columns, w, wo);
      }
    } else {
      for (int j = 0; j < columns; j++) {
        across(back, r, x, o + j * width, row, step, count, w, wo + j * (r - 1) * width);
      }
    }
  }

  private void along(boolean back, int r, A x, int o, int row, int count, A w, int wo) {
    if (back) {
      kernels.inverseAlong(r, x, o, row, count, w, wo);
    } else {
      kernels.forwardAlong(r, x, o, row, count, w, wo);
    }
  }

  private void across(boolean back, int r, A x, int o, int row, int step, int count, A w, int wo) {
    if (back) {
      kernels.inverseAcross(r, x, o, row, step, count, w, wo);
    } else {
      kernels.forwardAcross(r, x, o, row, step, count, w, wo);
    }
  }

  private void within(boolean back, int r, A x, int o, int row, int shift, int count, A w, int wo) {
    if (back) {
      kernels.inverseWithin(r, x, o, row, shift, count, w, wo);
    } else {
      kernels.forwardWithin(r, x, o, row, shift, count, w, wo);
    }
  }

  /** Column stages forward in place, for {@code count} columns. */
  void firstColumns(A x, int o, int from, int count) {
    int at = o + from * width;
    int pitch = stages.columns();
    for (int t = 0; t < stages.group(); t++) {
      columnPass(false, t, x, at, pitch, x, at, pitch, from, count);
    }
  }

  /** Column stages back in place, for {@code count} columns. */
  void lastColumns(A x, int o, int from, int count) {
    int at = o + from * width;
    int pitch = stages.columns();
    for (int t = stages.group() - 1; t >= 0; t--) {
      columnPass(true, t, x, at, pitch, x, at, pitch, from, count);
    }
  }

  /** The column stage back, the rotation of one mode and the column stage forward, in place. */
  void rotateColumns(A x, int o, int from, int count, double high, double low) {
    int row = stages.columns() * width;
    Table<A> w = twiddles.get(0);
    int wo = w.offset() + 3 * from * width;
    kernels.rotateFour(x, o + from * width, row, count, w.array(), wo, high, low);
  }

  /** Column stages back, of {@code count} columns, into a chunk buffer. */
  void gather(A x, int o, int from, int count, A buffer, int bo) {
    int t = stages.group() - 1;
    if (t < 0) {
      elements.copy(x, o + from * width, buffer, bo, count * width);
      return;
    }
    columnPass(true, t, x, o + from * width, stages.columns(), buffer, bo, count, from, count);
    for (t--; t >= 0; t--) {
      columnPass(true, t, buffer, bo, count, buffer, bo, count, from, count);
    }
  }

  /** Column stages forward, of {@code count} columns, out of a chunk buffer. */
  void scatter(A buffer, int bo, A x, int o, int from, int count) {
    int last = stages.group() - 1;
    if (last < 0) {
      elements.copy(buffer, bo, x, o + from * width, count * width);
      return;
    }
    for (int t = 0; t < last; t++) {
      columnPass(false, t, buffer, bo, count, buffer, bo, count, from, count);
    }
    columnPass(false, last, buffer, bo, count, x, o + from * width, stages.columns(), from, count);
  }

  /** One column stage; a pitch is the number of blocks from row to row. */
  @SuppressWarnings("ReferenceEquality") // the same array, not equal numbers
  private void columnPass(
      boolean back,
      int t,
      A src,
      int so,
      int srcPitch,
      A dst,
      int to,
      int dstPitch,
      int from,
      int count) {
    int r = stages.radix(t);
    int below = stages.size(t + 1) / stages.columns();
    int srow = below * srcPitch * width;
    int drow = below * dstPitch * width;
    A w = twiddles.get(t).array();
    for (int high = 0; high < stages.rows(); high += r * below) {
      for (int low = 0; low < below; low++) {
        int s = so + (high + low) * srcPitch * width;
        int d = to + (high + low) * dstPitch * width;
        int wo = twiddles.get(t).offset() + (low * stages.columns() + from) * (r - 1) * width;
        if (src == dst) {
          along(back, r, src, s, srow, count, w, wo);
        } else if (back) {
          kernels.inverseMove(r, src, s, srow, dst, d, drow, count, w, wo);
        } else {
          kernels.forwardMove(r, src, s, srow, dst, d, drow, count, w, wo);
        }
      }
    }
  }
}
