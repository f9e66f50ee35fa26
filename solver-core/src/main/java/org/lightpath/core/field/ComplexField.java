package org.lightpath.core.field;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A batch of complex envelopes A(t) in √W, in off-heap memory.
 *
 * <p>Layout: (batch, mode, time), time contiguous, each sample as a pair (re, im). The
 * instantaneous power of a sample is |A|² in W. Whoever allocates a field closes it.
 */
public final class ComplexField implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final FieldShape shape;
  private final Precision precision;
  private final Arena arena;
  private final MemorySegment segment;

  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as this field: see close()
  private ComplexField(FieldShape shape, Precision precision) {
    this.shape = shape;
    this.precision = precision;
    this.arena = Arena.ofShared();
    this.segment = arena.allocate(shape.elements() * precision.complexBytes(), ALIGNMENT_BYTES);
  }

  /** Allocates a field of zeros. */
  public static ComplexField allocate(FieldShape shape, Precision precision) {
    return new ComplexField(Objects.requireNonNull(shape), Objects.requireNonNull(precision));
  }

  /** Shape (batch, mode, time). */
  public FieldShape shape() {
    return shape;
  }

  /** Precision of the stored samples. */
  public Precision precision() {
    return precision;
  }

  /** The memory itself: interleaved (re, im), 64-byte aligned, native byte order. */
  public MemorySegment segment() {
    return segment;
  }

  /** Size in bytes. */
  public long byteSize() {
    return segment.byteSize();
  }

  /** Real part of a sample (√W). */
  public double re(int field, int mode, int sample) {
    return real(2 * shape.index(field, mode, sample));
  }

  /** Imaginary part of a sample (√W). */
  public double im(int field, int mode, int sample) {
    return real(2 * shape.index(field, mode, sample) + 1);
  }

  /** Power |A|² of a sample (W). */
  public double power(int field, int mode, int sample) {
    double re = re(field, mode, sample);
    double im = im(field, mode, sample);
    return re * re + im * im;
  }

  /** Stores a sample (√W), rounded to this field's precision. */
  public void set(int field, int mode, int sample, double re, double im) {
    long index = 2 * shape.index(field, mode, sample);
    setReal(index, re);
    setReal(index + 1, im);
  }

  /** Real number at a flat index counted in real numbers: 2·element for re, 2·element+1 for im. */
  public double real(long index) {
    return precision == Precision.SINGLE
        ? segment.getAtIndex(ValueLayout.JAVA_FLOAT, index)
        : segment.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
  }

  /** Stores a real number at a flat index counted in real numbers. */
  public void setReal(long index, double value) {
    if (precision == Precision.SINGLE) {
      segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
    } else {
      segment.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
    }
  }

  /** Copies one mode of one field out into separate arrays of N doubles each. */
  public void read(int field, int mode, double[] re, double[] im) {
    checkArrays(re, im);
    long base = 2 * shape.index(field, mode, 0);
    for (int n = 0; n < shape.samples(); n++) {
      re[n] = real(base + 2L * n);
      im[n] = real(base + 2L * n + 1);
    }
  }

  /** Stores one mode of one field from separate arrays of N doubles each. */
  public void write(int field, int mode, double[] re, double[] im) {
    checkArrays(re, im);
    long base = 2 * shape.index(field, mode, 0);
    for (int n = 0; n < shape.samples(); n++) {
      setReal(base + 2L * n, re[n]);
      setReal(base + 2L * n + 1, im[n]);
    }
  }

  /** Copies all samples of a field of the same shape, rounding if the precision is lower here. */
  public void copyFrom(ComplexField source) {
    requireSameShape(source);
    if (precision == source.precision) {
      segment.copyFrom(source.segment);
      return;
    }
    for (long i = 0; i < 2 * shape.elements(); i++) {
      setReal(i, source.real(i));
    }
  }

  /** A new field with the same samples at the given precision. */
  public ComplexField copy(Precision target) {
    ComplexField copy = allocate(shape, target);
    copy.copyFrom(this);
    return copy;
  }

  /** Replaces every sample by its complex conjugate: converts between the two sign families. */
  public void conjugate() {
    for (long i = 1; i < 2 * shape.elements(); i += 2) {
      setReal(i, -real(i));
    }
  }

  /** Mean power of one field over time, summed over its modes (W): Σ|A|²/N. */
  public double meanPower(int field) {
    double sum = 0;
    long from = 2 * shape.index(field, 0, 0);
    for (long i = from; i < from + 2L * shape.modes() * shape.samples(); i++) {
      double x = real(i);
      sum += x * x;
    }
    return sum / shape.samples();
  }

  /** Largest instantaneous power of one field, summed over its modes (W). */
  public double peakPower(int field) {
    double peak = 0;
    for (int n = 0; n < shape.samples(); n++) {
      double power = 0;
      for (int mode = 0; mode < shape.modes(); mode++) {
        power += power(field, mode, n);
      }
      // A NaN anywhere must not be hidden by the comparison.
      peak = Double.isNaN(power) ? power : Math.max(peak, power);
    }
    return peak;
  }

  /** Relative L2 distance ‖this − reference‖ / ‖reference‖ over the whole batch. */
  public double relativeError(ComplexField reference) {
    requireSameShape(reference);
    double difference = 0;
    double norm = 0;
    for (long i = 0; i < 2 * shape.elements(); i++) {
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

  private void requireSameShape(ComplexField other) {
    if (!shape.equals(other.shape)) {
      throw new IllegalArgumentException(
          "field shapes differ: expected %s, got %s".formatted(shape, other.shape));
    }
  }

  private void checkArrays(double[] re, double[] im) {
    if (re.length != shape.samples() || im.length != shape.samples()) {
      throw new IllegalArgumentException(
          "expected arrays of %d samples, got re=%d and im=%d"
              .formatted(shape.samples(), re.length, im.length));
    }
  }
}
