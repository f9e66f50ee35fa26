package org.lightpath.core.cpu.internal;

/**
 * The pointwise loops of the generalised equation for one element type and one number of lanes L.
 *
 * <p>All rows lie in one array x, in blocks [L real parts | L imaginary parts]; a row is named by
 * the index of its first element. k stands for −j c s w, s being L real weights a block. Generated
 * like {@link Kernels}: formulas and costs stand in the generator's {@code GnlseLoops}.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
@SuppressWarnings("TooManyParameters") // a kernel takes arrays and offsets, no objects
abstract class GnlseKernels<A> {
  /** h ← exp(2πj b l), l = length + lost [m], b = (high, low) turns a metre. */
  abstract void propagator(A x, int h, int blocks, A b, int bo, double length, double lost);

  /** v ← h u, r ← v + a h k, w ← v + b h k. */
  abstract void begin(
      A x, int u, int k, int h, int v, int r, int w, int blocks, double a, double b);

  /** r ← r + a k, w ← v + b k. */
  abstract void middle(
      A x, int v, int r, int w, int blocks, A s, int so, double c, double a, double b);

  /** r ← h (r + a k), w ← h (v + b k). */
  abstract void late(
      A x, int h, int v, int r, int w, int blocks, A s, int so, double c, double a, double b);

  /** v ← k, r ← r + a k, w ← r. */
  abstract void last(A x, int v, int r, int w, int blocks, A s, int so, double c, double a);

  /** w ← k; sums ← L sums of |v − k|² and L sums of |r|². */
  abstract void finish(A x, int v, int r, int w, int blocks, A s, int so, double c, A sums);

  /** p ← |w|², a real signal. */
  abstract void power(A x, int w, int p, int blocks);

  /** w ← w Re p. */
  abstract void product(A x, int w, int p, int blocks);

  /** w ← w |w|². */
  abstract void cube(A x, int w, int blocks);
}
