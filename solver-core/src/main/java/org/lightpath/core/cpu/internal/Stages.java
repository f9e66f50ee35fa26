package org.lightpath.core.cpu.internal;

import java.util.Arrays;

/**
 * How a transform of N = L · M samples is taken apart.
 *
 * <p>A row holds M blocks of L lanes. Stage t splits every sub-transform of {@code size(t)} blocks
 * into {@code radix(t)} of {@code size(t+1)}; the last log₂L bits are done inside the vectors. Odd
 * radices come first, where the strides are long. The first {@code group} stages are done column by
 * column together with the nonlinear rotation, the others sub-transform by sub-transform.
 */
final class Stages {
  /** Bytes of sub-transforms that need no further column stage. */
  private static final int SMALL_BYTES = 32 * 1024;

  private final int samples;
  private final int lanes;
  private final int[] radix;
  private final int[] size;
  private final int group;
  private final boolean fused;

  private Stages(int samples, int lanes, int[] radix, int[] size, int group, boolean fused) {
    this.samples = samples;
    this.lanes = lanes;
    this.radix = radix;
    this.size = size;
    this.group = group;
    this.fused = fused;
  }

  /**
   * Takes N apart for L lanes; L must satisfy {@link #fits}.
   *
   * @param registers whether a column group of one stage is wanted, where it can be fused
   * @param mostRows largest number of rows of a column group that is not fused: what threads share
   */
  static Stages of(int samples, int lanes, int elementBytes, boolean registers, int mostRows) {
    int blocks = samples / lanes;
    int[] radix = radices(blocks, wide(lanes, elementBytes), elementBytes == Float.BYTES);
    int stages = radix.length;
    int[] size = new int[stages + 1];
    size[0] = blocks;
    for (int t = 0; t < stages; t++) {
      size[t + 1] = size[t] / radix[t];
    }
    boolean fused = registers && fusible(lanes, radix, size, elementBytes);
    int group = fused ? 1 : group(lanes, radix, size, elementBytes, mostRows);
    return new Stages(samples, lanes, radix, size, group, fused);
  }

  /**
   * Odd radices first, then what is left. Threads have no say in it: bytes depend on radices.
   *
   * @param wide whether radix 8 is wanted
   * @param single whether the first stage should be one of radix 4, see {@link #fusible}
   */
  private static int[] radices(int blocks, boolean wide, boolean single) {
    int[] radix = new int[Integer.SIZE];
    int stages = 0;
    int rest = blocks;
    for (int r : new int[] {7, 5, 3}) {
      for (; rest % r == 0; rest /= r) {
        radix[stages++] = r;
      }
    }
    if (wide && single && stages == 0 && rest % 4 == 0) {
      radix[stages++] = 4;
      rest /= 4;
    }
    for (; wide && rest % 8 == 0 && rest != 16; rest /= 8) {
      radix[stages++] = 8;
    }
    for (; rest % 4 == 0; rest /= 4) {
      radix[stages++] = 4;
    }
    if (rest == 2) {
      radix[stages++] = 2;
    }
    return Arrays.copyOf(radix, stages);
  }

  /** Whether N samples can be kept in blocks of L lanes: pairs of blocks share lane stages. */
  static boolean fits(int samples, int lanes) {
    return lanes == 1 || samples % (2 * lanes) == 0;
  }

  /**
   * Whether one radix 4 stage and the rotation fit the registers, which takes 32 of 512 bits and
   * the short polynomials of single precision: about 8 % of a step at 4096 samples; in double
   * precision nothing was gained.
   */
  private static boolean fusible(int lanes, int[] radix, int[] size, int elementBytes) {
    return wide(lanes, elementBytes)
        && elementBytes == Float.BYTES
        && radix.length > 0
        && radix[0] == 4
        && size[1] % unit(lanes, size[0]) == 0;
  }

  /**
   * Whether vectors have 512 bits, and so 32 registers. Radix 8 needs them: its three bits a pass
   * save 4 to 9 % of a step there, and cost up to 4 % with 16 registers.
   */
  private static boolean wide(int lanes, int elementBytes) {
    return lanes * elementBytes == Long.BYTES * 8;
  }

  private static int group(int lanes, int[] radix, int[] size, int elementBytes, int mostRows) {
    int group = 0;
    int rows = 1;
    while (group < radix.length
        && rows * radix[group] <= mostRows
        && size[group + 1] % unit(lanes, size[0]) == 0
        && (group == 0 || 2 * size[group] * lanes * elementBytes > SMALL_BYTES)) {
      rows *= radix[group++];
    }
    return group;
  }

  /** Blocks that the lane stages take at a time. */
  private static int unit(int lanes, int blocks) {
    if (lanes == 1) {
      return 1;
    }
    return blocks % 4 == 0 ? 4 : 2;
  }

  /** Blocks that the lane stages take at a time. */
  int unit() {
    return unit(lanes, size[0]);
  }

  /** Samples N. */
  int samples() {
    return samples;
  }

  /** Lanes L. */
  int lanes() {
    return lanes;
  }

  /** Radix of a stage. */
  int radix(int stage) {
    return radix[stage];
  }

  /** Blocks of a sub-transform before a stage; with the number of stages, after the last. */
  int size(int stage) {
    return size[stage];
  }

  /** Stages done by columns. */
  int group() {
    return group;
  }

  /** Whether column stage and rotation are done in registers, see {@link Kernels#rotateFour}. */
  boolean fused() {
    return fused;
  }

  /** Blocks M of a row. */
  int blocks() {
    return size[0];
  }

  /** Elements of a block. */
  int width() {
    return 2 * lanes;
  }

  /** Number of stages outside the vectors. */
  int count() {
    return radix.length;
  }

  /** Rows of a column group. */
  int rows() {
    return size[0] / size[group];
  }

  /** Columns of a column group, in blocks. */
  int columns() {
    return size[group];
  }

  /** Frequency bin of each position (block · L + lane) after the forward stages. */
  int[] frequencies() {
    int[] bins = new int[samples];
    int unit = unit();
    for (int block = 0; block < blocks(); block += unit) {
      int[][] labels = new int[unit][lanes];
      for (int q = 0; q < unit; q++) {
        Arrays.fill(labels[q], blockFrequency(block + q));
      }
      LaneTables.label(labels, blocks());
      for (int q = 0; q < unit; q++) {
        System.arraycopy(labels[q], 0, bins, (block + q) * lanes, lanes);
      }
    }
    return bins;
  }

  private int blockFrequency(int block) {
    int frequency = 0;
    int weight = 1;
    int rest = block;
    for (int t = 0; t < count(); t++) {
      frequency += rest / size[t + 1] * weight;
      rest %= size[t + 1];
      weight *= radix[t];
    }
    return frequency;
  }
}
