package org.lightpath.cli.bench;

import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.random.Philox;

/**
 * One case of the benchmark of meshes: complex normal vectors through a rectangular mesh with a
 * Haar-random matrix.
 *
 * @param modes N
 * @param vectors V
 * @param precision of the field
 */
record MeshCase(int modes, int vectors, Precision precision) {
  /** A complex 2×2 block on two numbers: four products of 6 flops, two sums of 2. */
  private static final double FLOPS_PER_INTERFEROMETER = 28;

  private static final long SEED = 1;

  FieldShape shape() {
    return new FieldShape(1, modes, vectors);
  }

  /** The mesh; where its settings come from is no part of the measured times. */
  MeshColumns mesh() {
    return RandomMesh.rectangular(modes, SEED);
  }

  /** Interferometers: N(N − 1)/2. */
  double interferometers() {
    return 0.5 * modes * (modes - 1.0);
  }

  /** 28 flops for each interferometer and vector, 14 N (N − 1) V, whatever the method does. */
  double flops() {
    return FLOPS_PER_INTERFEROMETER * interferometers() * vectors;
  }

  /** Bytes of the field [B]. */
  long fieldBytes() {
    return shape().elements() * precision.complexBytes();
  }

  /** Least cost on the host: the field read and written once, the blocks read once. */
  ProgramCost cost() {
    double blocks = interferometers() * MeshColumns.BLOCK * precision.realBytes();
    return new ProgramCost(0, 2.0 * fieldBytes(), blocks, 0, flops());
  }

  /** Complex normal samples of unit mean power. */
  ComplexField input() {
    ComplexField field = ComplexField.allocate(shape(), precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    double scale = Math.sqrt(0.5);
    for (int mode = 0; mode < modes; mode++) {
      for (int vector = 0; vector < vectors; vector++) {
        Philox.complexNormal(SEED, mode, 0, vector, words, normal);
        field.set(0, mode, vector, normal[0] * scale, normal[1] * scale);
      }
    }
    return field;
  }

  /** The plan by a method. */
  MeshPlan plan(MeshColumns mesh, MeshPlan.Method method) {
    return new MeshPlan(shape(), precision, mesh, method);
  }
}
