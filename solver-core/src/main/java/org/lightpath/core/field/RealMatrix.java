package org.lightpath.core.field;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A batch of real matrices in off-heap memory, row by row: layout (batch, row, column), columns
 * contiguous. Whoever allocates a matrix closes it.
 */
public final class RealMatrix implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final MatrixShape shape;
  private final Precision precision;
  private final Arena arena;
  private final MemorySegment segment;

  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as this matrix: see close()
  private RealMatrix(MatrixShape shape, Precision precision) {
    this.shape = shape;
    this.precision = precision;
    this.arena = Arena.ofShared();
    this.segment = arena.allocate(shape.elements() * precision.realBytes(), ALIGNMENT_BYTES);
  }

  /** Allocates matrices of zeros. */
  public static RealMatrix allocate(MatrixShape shape, Precision precision) {
    return new RealMatrix(Objects.requireNonNull(shape), Objects.requireNonNull(precision));
  }

  /**
   * A copy of numbers in the layout of the shape, rounded to the precision.
   *
   * @throws IllegalArgumentException if there are more or fewer than the shape holds
   */
  public static RealMatrix of(MatrixShape shape, Precision precision, double[] values) {
    if (values.length != shape.elements()) {
      throw new IllegalArgumentException(
          "%s holds %d numbers, got %d".formatted(shape, shape.elements(), values.length));
    }
    RealMatrix matrix = allocate(shape, precision);
    for (int i = 0; i < values.length; i++) {
      matrix.setReal(i, values[i]);
    }
    return matrix;
  }

  /** Shape (batch, row, column). */
  public MatrixShape shape() {
    return shape;
  }

  /** Precision of the stored numbers. */
  public Precision precision() {
    return precision;
  }

  /** The memory itself: 64-byte aligned, native byte order. */
  public MemorySegment segment() {
    return segment;
  }

  /** Size in bytes. */
  public long byteSize() {
    return segment.byteSize();
  }

  /** A number. */
  public double get(int matrix, int row, int column) {
    return real(shape.index(matrix, row, column));
  }

  /** Stores a number, rounded to this matrix's precision. */
  public void set(int matrix, int row, int column, double value) {
    setReal(shape.index(matrix, row, column), value);
  }

  /** Number at a flat index. */
  public double real(long index) {
    return precision == Precision.SINGLE
        ? segment.getAtIndex(ValueLayout.JAVA_FLOAT, index)
        : segment.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
  }

  /** Stores a number at a flat index. */
  public void setReal(long index, double value) {
    if (precision == Precision.SINGLE) {
      segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
    } else {
      segment.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
    }
  }

  /** All numbers, in the layout of the shape. */
  public double[] toArray() {
    double[] values = new double[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = real(i);
    }
    return values;
  }

  /** Largest modulus of all numbers; NaN if any is NaN. */
  public double largest() {
    double largest = 0;
    for (long i = 0; i < shape.elements(); i++) {
      double value = Math.abs(real(i));
      // A NaN anywhere must not be hidden by the comparison.
      largest = Double.isNaN(value) ? value : Math.max(largest, value);
    }
    return largest;
  }

  /** Relative Frobenius distance ‖this − reference‖ / ‖reference‖ over the whole batch. */
  public double relativeError(RealMatrix reference) {
    if (!shape.equals(reference.shape)) {
      throw new IllegalArgumentException(
          "matrix shapes differ: expected %s, got %s".formatted(shape, reference.shape));
    }
    double difference = 0;
    double norm = 0;
    for (long i = 0; i < shape.elements(); i++) {
      double expected = reference.real(i);
      double delta = real(i) - expected;
      difference += delta * delta;
      norm += expected * expected;
    }
    return difference == 0 ? 0 : Math.sqrt(difference / norm);
  }

  @Override
  public void close() {
    arena.close();
  }
}
