package org.lightpath.core.plan;

import java.util.Objects;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Light through an interferometer mesh: the modes of a field are the waveguides, its samples are
 * vectors that pass one after the other.
 *
 * <p>The matrix of the mesh is what becomes of the N unit vectors: a field of N modes and N samples
 * that holds the identity.
 *
 * @param shape (chips, N, vectors)
 * @param precision of storage and arithmetic
 * @param mesh one chip for all fields, or one for each field
 * @param method how it is computed
 */
public record MeshPlan(FieldShape shape, Precision precision, MeshColumns mesh, Method method)
    implements FieldPlan {
  /** How light is taken through a mesh; the results differ by rounding only. */
  public enum Method {
    /** Column by column: 14 N flops for each vector and column. */
    COLUMNS,
    /**
     * Diamonds of neighbouring interferometers are composed to dense blocks first, which are then
     * multiplied: about as many flops, in products of matrices. Pays where there are many vectors.
     */
    BLOCKS
  }

  /**
   * Checks that shape and mesh fit.
   *
   * @throws IllegalArgumentException if they do not
   */
  public MeshPlan {
    Objects.requireNonNull(precision);
    Objects.requireNonNull(method);
    if (shape.modes() != mesh.modes()) {
      throw new IllegalArgumentException(
          "mesh plan: the field has %d modes, the mesh %d".formatted(shape.modes(), mesh.modes()));
    }
    if (mesh.chips() != 1 && mesh.chips() != shape.batch()) {
      throw new IllegalArgumentException(
          "mesh plan: %d chips, expected 1 or one for each of the %d fields"
              .formatted(mesh.chips(), shape.batch()));
    }
  }

  /** Chip that a field of the batch passes. */
  public int chip(int field) {
    return mesh.chips() == 1 ? 0 : field;
  }

  @Override
  public long transforms() {
    return 0;
  }
}
