package org.lightpath.cli.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.RealisedMesh;

/** Matrices of chips: unit vectors through their meshes, on an engine, several chips together. */
final class MeshComposer {
  /** Fields that are held together at most [B]. */
  private static final long GROUP_BYTES = 1L << 27;

  private final Engine engine;
  private final Precision precision;
  private final MeshPlan.Method method;
  private double seconds;

  MeshComposer(Engine engine, MeshSpec spec) {
    this.engine = engine;
    this.precision = spec.options().precision();
    this.method = spec.options().method();
  }

  /** Time the engine has computed, preparation of the meshes included [s]. */
  double seconds() {
    return seconds;
  }

  /** Chips of N modes that are taken together. */
  static int group(int modes, int chips, Precision precision) {
    long each = (long) modes * modes * precision.complexBytes();
    return Math.clamp(GROUP_BYTES / each, 1, chips);
  }

  /** Matrices of some chips. */
  List<ComplexMatrix> compose(int chips, IntFunction<RealisedMesh> chip) {
    List<ComplexMatrix> matrices = new ArrayList<>();
    int modes = chip.apply(0).layout().modes();
    int most = group(modes, chips, precision);
    for (int first = 0; first < chips; first += most) {
      List<RealisedMesh> meshes = new ArrayList<>();
      for (int i = first; i < Math.min(chips, first + most); i++) {
        meshes.add(chip.apply(i));
      }
      compose(meshes, matrices);
    }
    return matrices;
  }

  private void compose(List<RealisedMesh> meshes, List<ComplexMatrix> matrices) {
    int modes = meshes.getFirst().layout().modes();
    FieldShape shape = new FieldShape(meshes.size(), modes, modes);
    MeshPlan plan = new MeshPlan(shape, precision, columns(meshes), method);
    try (ComplexField light = identity(shape);
        DeviceField field = engine.allocate(shape, precision)) {
      field.upload(light);
      long begin = System.nanoTime();
      try (FieldProgram program = engine.compile(plan)) {
        program.run(field);
      }
      seconds += (System.nanoTime() - begin) * 1e-9;
      field.download(light);
      for (int i = 0; i < meshes.size(); i++) {
        matrices.add(matrix(light, i));
      }
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

  /** Several chips of one layout. */
  static MeshColumns columns(List<RealisedMesh> meshes) {
    double[] blocks = new double[0];
    double[] screens = new double[0];
    for (int i = 0; i < meshes.size(); i++) {
      double[] block = meshes.get(i).columnBlocks();
      double[] screen = meshes.get(i).outputPhases();
      if (i == 0) {
        blocks = new double[meshes.size() * block.length];
        screens = new double[meshes.size() * screen.length];
      }
      System.arraycopy(block, 0, blocks, i * block.length, block.length);
      System.arraycopy(screen, 0, screens, i * screen.length, screen.length);
    }
    RealisedMesh first = meshes.getFirst();
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
