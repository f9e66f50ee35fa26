package org.lightpath.validation;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.InterferometerMesh;
import org.lightpath.photonic.mesh.MeshComposer;
import org.lightpath.photonic.mesh.MeshDecomposition;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshMetrics;
import org.lightpath.photonic.mesh.RandomUnitary;
import org.lightpath.photonic.mesh.RealisedMesh;

/** Rectangular meshes of one random unitary on several chips, composed by an engine. */
final class ChipEnsemble {
  private final MeshComposer composer;
  private final ComplexMatrix wanted;
  private final InterferometerMesh design;
  private final int chips;

  ChipEnsemble(EngineScope scope, int modes, int chips) {
    this.composer = new MeshComposer(scope.engine(), scope.precision(), MeshPlan.Method.BLOCKS);
    this.wanted = RandomUnitary.haar(modes, 11);
    this.design = MeshDecomposition.clements(wanted);
    this.chips = chips;
  }

  /**
   * What the chips are on the average.
   *
   * @param error E, root mean square
   * @param fidelity F, mean
   */
  record Result(double error, double fidelity) {}

  /** Chips with the seeds 1, 2, … of a technology. */
  Result fabricated(MeshImperfections technology) {
    List<RealisedMesh> realised = new ArrayList<>();
    for (int seed = 1; seed <= chips; seed++) {
      realised.add(technology.fabricate(design.layout(), seed, 0).realise(design));
    }
    double squares = 0;
    double fidelities = 0;
    for (ComplexMatrix matrix : composer.compose(realised)) {
      squares += Math.pow(MeshMetrics.amplitudeError(wanted, matrix), 2);
      fidelities += MeshMetrics.fidelity(wanted, matrix);
    }
    return new Result(Math.sqrt(squares / chips), fidelities / chips);
  }
}
