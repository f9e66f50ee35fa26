package org.lightpath.cli.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.MeshComposer;
import org.lightpath.photonic.mesh.RealisedMesh;

/** Composes many chips, as many at a time as memory allows, and times it. */
final class ChipGroups {
  /** Fields that are held together at most [B]. */
  private static final long GROUP_BYTES = 1L << 27;

  private final MeshComposer composer;
  private double seconds;

  ChipGroups(Engine engine, MeshSpec spec) {
    this.composer = new MeshComposer(engine, spec.options().precision(), spec.options().method());
  }

  /** Time that composing took, preparation of the meshes and moving of data included [s]. */
  double seconds() {
    return seconds;
  }

  /** Chips of N modes that are taken together. */
  static int group(int modes, int chips, Precision precision) {
    long each = (long) modes * modes * precision.complexBytes();
    return Math.clamp(GROUP_BYTES / each, 1, chips);
  }

  /** Matrices of some chips. */
  List<ComplexMatrix> compose(int modes, int chips, IntFunction<RealisedMesh> chip) {
    List<ComplexMatrix> matrices = new ArrayList<>();
    int most = group(modes, chips, composer.precision());
    for (int first = 0; first < chips; first += most) {
      List<RealisedMesh> meshes = new ArrayList<>();
      for (int i = first; i < Math.min(chips, first + most); i++) {
        meshes.add(chip.apply(i));
      }
      long begin = System.nanoTime();
      matrices.addAll(composer.compose(meshes));
      seconds += (System.nanoTime() - begin) * 1e-9;
    }
    return matrices;
  }
}
