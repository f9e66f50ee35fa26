package org.lightpath.cloud.graph;

import java.util.Arrays;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * A dense tensor in row-major order (the last axis is contiguous). Real numbers of every type are
 * held and computed in binary32, whole numbers and truth values (0 or 1) in 64 bits. The shape
 * never changes; the values belong to whoever made the tensor.
 */
public final class Tensor {
  private final OnnxType type;
  private final int[] shape;
  private final Reals reals;
  private final long[] wholes;

  private Tensor(OnnxType type, int[] shape, float[] reals, long[] wholes) {
    this(type, shape, new Reals(reals), wholes);
  }

  private Tensor(OnnxType type, int[] shape, Reals reals, long[] wholes) {
    this.type = type;
    this.shape = shape.clone();
    this.reals = reals;
    this.wholes = wholes;
    int expected = Shapes.elements(shape);
    int observed = isReal(type) ? reals.length() : wholes.length;
    if (observed != expected) {
      throw new IllegalArgumentException(
          "tensor of shape %s has %d elements, %d values are given"
              .formatted(Arrays.toString(shape), expected, observed));
    }
  }

  /**
   * A tensor of binary32 numbers.
   *
   * @param shape extents, outermost first; empty for a scalar
   * @param values in row-major order; not copied
   * @throws IllegalArgumentException if the number of values is not the product of the extents
   */
  public static Tensor floats(int[] shape, float[] values) {
    return of(OnnxType.FLOAT, shape, values);
  }

  /**
   * A tensor of 64-bit whole numbers.
   *
   * @param shape extents, outermost first; empty for a scalar
   * @param values in row-major order; not copied
   * @throws IllegalArgumentException if the number of values is not the product of the extents
   */
  public static Tensor longs(int[] shape, long[] values) {
    return of(OnnxType.INT64, shape, values);
  }

  /**
   * A tensor of truth values.
   *
   * @param shape extents, outermost first; empty for a scalar
   * @param values in row-major order
   * @throws IllegalArgumentException if the number of values is not the product of the extents
   */
  public static Tensor booleans(int[] shape, boolean[] values) {
    long[] wholes = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      wholes[i] = values[i] ? 1 : 0;
    }
    return of(OnnxType.BOOL, shape, wholes);
  }

  /**
   * A tensor of a real type, computed in binary32.
   *
   * @param type FLOAT, DOUBLE, FLOAT16 or BFLOAT16
   * @param shape extents, outermost first
   * @param values in row-major order; not copied
   * @throws IllegalArgumentException if the type is not real or the number of values is wrong
   */
  public static Tensor of(OnnxType type, int[] shape, float[] values) {
    if (!isReal(type)) {
      throw new IllegalArgumentException("type " + type + " holds no real numbers: give long[]");
    }
    return new Tensor(type, shape, values, new long[0]);
  }

  /**
   * A tensor of whole numbers or truth values.
   *
   * @param type INT64, INT32, INT8, UINT8 or BOOL
   * @param shape extents, outermost first
   * @param values in row-major order; not copied
   * @throws IllegalArgumentException if the type is real or the number of values is wrong
   */
  public static Tensor of(OnnxType type, int[] shape, long[] values) {
    if (isReal(type)) {
      throw new IllegalArgumentException("type " + type + " holds real numbers: give float[]");
    }
    return new Tensor(type, shape, new float[0], values);
  }

  /** A tensor of zeros. */
  public static Tensor zeros(OnnxType type, int... shape) {
    int elements = Shapes.elements(shape);
    return isReal(type)
        ? of(type, shape, new float[elements])
        : of(type, shape, new long[elements]);
  }

  /**
   * A copy of a constant of a model; DOUBLE is rounded to binary32. Real numbers are copied when
   * they are first asked for: the model must be open then.
   */
  public static Tensor of(OnnxTensor constant) {
    int[] shape = constant.dims().stream().mapToInt(Math::toIntExact).toArray();
    if (isReal(constant.type())) {
      Reals reals = new Reals(constant, Shapes.elements(shape));
      return new Tensor(constant.type(), shape, reals, new long[0]);
    }
    Tensor tensor = zeros(constant.type(), shape);
    TensorBytes.read(constant.type(), constant.data(), tensor.wholes);
    return tensor;
  }

  /** Whether elements of this type are real numbers. */
  public static boolean isReal(OnnxType type) {
    return switch (type) {
      case FLOAT, FLOAT16, BFLOAT16, DOUBLE -> true;
      case UINT8, INT8, INT32, INT64, BOOL -> false;
    };
  }

  /** Type of the elements. */
  public OnnxType type() {
    return type;
  }

  /** Whether the elements are real numbers. */
  public boolean real() {
    return isReal(type);
  }

  /** Extents, outermost first: a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }

  /**
   * Extent of an axis.
   *
   * @param axis from 0; negative counts from the end
   */
  public int extent(int axis) {
    return shape[axis < 0 ? axis + shape.length : axis];
  }

  /** Number of elements. */
  public int elements() {
    return real() ? reals.length() : wholes.length;
  }

  /**
   * The real numbers themselves, not a copy.
   *
   * @throws IllegalStateException if the elements are whole numbers
   */
  public float[] floats() {
    if (!real()) {
      throw new IllegalStateException("tensor of " + type + " holds no real numbers");
    }
    return reals.values();
  }

  /**
   * The whole numbers or truth values (0 or 1) themselves, not a copy.
   *
   * @throws IllegalStateException if the elements are real numbers
   */
  public long[] longs() {
    if (real()) {
      throw new IllegalStateException("tensor of " + type + " holds no whole numbers");
    }
    return wholes;
  }

  /**
   * The same values in another shape, not copied.
   *
   * @throws IllegalArgumentException if the number of elements differs
   */
  public Tensor reshaped(int... extents) {
    return new Tensor(type, extents, reals, wholes);
  }

  /** A copy of values and shape. */
  public Tensor copy() {
    return new Tensor(type, shape, reals.values().clone(), wholes.clone());
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
