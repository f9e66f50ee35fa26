package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.MeshColumns;

/**
 * The inner loops of meshes for one element type and one number of lanes L.
 *
 * <p>Rows are in blocks [L real parts | L imaginary parts], one lane a vector of light; rows of a
 * panel in blocks [re | im | re + im]. Offsets are in elements of the array. Generated like {@link
 * Kernels}: formulas and costs stand in the generator's {@code MeshLoops}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
abstract class MeshKernels<A> {
  /** Rows that {@link #multiply} makes at a time. */
  static final int ROWS = 4;

  /** Numbers of a packed matrix for each column of a group of rows. */
  static final int PACKED = 3 * ROWS;

  /** Planes of a panel. */
  static final int PLANES = 3;

  /** Lanes L of a vector; 1 for plain Java. */
  abstract int lanes();

  /** Most blocks of a panel: as many sums as fit the registers. */
  abstract int panel();

  /** Two rows through an interferometer: (x, y) ← T (x, y), T being eight numbers of t. */
  abstract void pair(A a, int xo, int yo, int count, A t, int to);

  /**
   * One block of two neighbouring rows through each of several interferometers.
   *
   * @param at where the block of the first row begins, from {@code ao}
   * @param from where the eight numbers begin, from {@code to}
   */
  @SuppressWarnings("TooManyParameters") // a kernel takes arrays and offsets, no objects
  abstract void chain(A a, int ao, int row, int[] at, int[] from, int count, A t, int to);

  /** The eight numbers of an interferometer, rounded; here because it is called very often. */
  @SuppressWarnings("TooManyParameters") // a kernel takes arrays and offsets, no objects
  abstract void numbers(MeshColumns mesh, int chip, int column, int pair, A t, int to);

  /** x ← w x, w being two numbers of t. */
  abstract void screen(A a, int xo, int count, A t, int to);

  /** A block of each of several rows to a panel, rows {@code row} and {@code step} apart. */
  abstract void spread(A a, int xo, int row, int rows, A y, int yo, int step);

  /**
   * Four rows of a packed matrix times {@code count} rows of a panel.
   *
   * @param blocks of the panel, at most {@link #panel}
   */
  @SuppressWarnings("TooManyParameters") // a kernel takes arrays and offsets, no objects
  abstract void multiply(int blocks, A m, int mo, int count, A x, int xo, A y, int yo, int row);

  /** Columns {@code from} on of four rows of a matrix in blocks, packed for {@link #multiply}. */
  abstract void pack(A a, int ao, int row, int from, int count, A m, int mo);
}
