package org.lightpath.cloud.fidelity;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;

/** Device matrices of operands and results: shared by shape, or kept for constant operands. */
final class DeviceMatrices implements AutoCloseable {
  /** Shapes kept of each role. */
  private static final int SHAPES = 24;

  private final Engine engine;
  private final Precision precision;
  private final Recent<Key, DeviceMatrix> shared = new Recent<>(SHAPES, DeviceMatrix::close);
  private final Map<Owner, Constant> constants = new HashMap<>();

  /** What a matrix is for. */
  enum Role {
    LEFT,
    RIGHT,
    VARIANCE,
    RESULT
  }

  private record Key(Role role, MatrixShape shape) {}

  private record Owner(int site, Role role) {}

  @SuppressWarnings("ArrayRecordComponent") // known by its identity, never compared
  private record Constant(float[] source, DeviceMatrix matrix) {}

  /** Fills a matrix. */
  @FunctionalInterface
  interface Filler {
    void fill(DeviceMatrix matrix);
  }

  DeviceMatrices(Engine engine, Precision precision) {
    this.engine = engine;
    this.precision = precision;
  }

  /** A matrix that any product may overwrite. */
  DeviceMatrix shared(Role role, MatrixShape shape) {
    return shared.get(new Key(role, shape), key -> engine.allocate(key.shape(), precision));
  }

  /** The matrix of a constant operand: filled once, and again only if its array is another one. */
  @SuppressWarnings("ReferenceEquality") // the very array that was uploaded
  DeviceMatrix constant(int site, Role role, MatrixShape shape, float[] source, Filler filler) {
    Owner owner = new Owner(site, role);
    Constant known = constants.get(owner);
    if (known != null && known.source == source && known.matrix.shape().equals(shape)) {
      return known.matrix;
    }
    if (known != null) {
      known.matrix.close();
    }
    DeviceMatrix matrix = engine.allocate(shape, precision);
    constants.put(owner, new Constant(source, matrix));
    filler.fill(matrix);
    return matrix;
  }

  @Override
  public void close() {
    shared.close();
    constants.values().forEach(constant -> constant.matrix.close());
    constants.clear();
  }
}
