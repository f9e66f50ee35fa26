package org.lightpath.photonic.mesh;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;

/**
 * Matrices of chips, by an engine: the N unit vectors pass the mesh, several chips of one layout
 * together.
 *
 * @param engine what computes
 * @param precision of the light
 * @param method how it passes the mesh
 */
public record MeshComposer(Engine engine, Precision precision, MeshPlan.Method method) {
  /** Matrix of each chip; all of one layout. */
  public List<ComplexMatrix> compose(List<RealisedMesh> chips) {
    int modes = chips.getFirst().layout().modes();
    FieldShape shape = new FieldShape(chips.size(), modes, modes);
    try (ComplexField light = identity(shape);
        DeviceField field = engine.allocate(shape, precision);
        FieldProgram program =
            engine.compile(new MeshPlan(shape, precision, columns(chips), method))) {
      field.upload(light);
      program.run(field);
      field.download(light);
      List<ComplexMatrix> matrices = new ArrayList<>();
      for (int i = 0; i < chips.size(); i++) {
        matrices.add(matrix(light, i));
      }
      return matrices;
    }
  }

  private ComplexField identity(FieldShape shape) {
    ComplexField light = ComplexField.allocate(shape, precision);
    for (int i = 0; i < shape.batch(); i++) {
      for (int mode = 0; mode < shape.modes(); mode++) {
        light.set(i, mode, mode, 1, 0);
      }
    }
    return light;
  }

  /**
   * The interferometers of chips as engines take them.
   *
   * @param chips of one layout
   */
  public static MeshColumns columns(List<RealisedMesh> chips) {
    double[] blocks = new double[0];
    double[] screens = new double[0];
    for (int i = 0; i < chips.size(); i++) {
      double[] block = chips.get(i).columnBlocks();
      double[] screen = chips.get(i).outputPhases();
      if (i == 0) {
        blocks = new double[chips.size() * block.length];
        screens = new double[chips.size() * screen.length];
      }
      System.arraycopy(block, 0, blocks, i * block.length, block.length);
      System.arraycopy(screen, 0, screens, i * screen.length, screen.length);
    }
    RealisedMesh first = chips.getFirst();
    return MeshColumns.of(first.layout().modes(), first.columnParities(), blocks, screens);
  }

  private static ComplexMatrix matrix(ComplexField light, int field) {
    int n = light.shape().modes();
    double[] re = new double[n * n];
    double[] im = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        re[i * n + j] = light.re(field, i, j);
        im[i * n + j] = light.im(field, i, j);
      }
    }
    return ComplexMatrix.of(n, n, re, im);
  }
}
