package org.lightpath.cloud.fidelity;

import org.lightpath.photonic.core.CoherentWdmCore;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.IncoherentWdmCore;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.MeshCore;
import org.lightpath.photonic.core.OperandStatistics;
import org.lightpath.photonic.core.PhotonBudget;
import org.lightpath.photonic.core.ReadoutCircuit;
import org.lightpath.photonic.core.StreamPair;
import org.lightpath.photonic.core.WeightBankCore;

/** Parts that all cores have, and light at full scale for those that interfere two streams. */
final class CoreParts {
  private CoreParts() {}

  static ReadoutCircuit circuit(MatrixCore core) {
    return switch (core) {
      case HomodyneCore homodyne -> homodyne.circuit();
      case CoherentWdmCore coherent -> coherent.circuit();
      case WeightBankCore bank -> bank.circuit();
      case IncoherentWdmCore crossbar -> crossbar.circuit();
      case MeshCore mesh -> mesh.circuit();
    };
  }

  static MatrixCore withCircuit(MatrixCore core, ReadoutCircuit circuit) {
    return switch (core) {
      case HomodyneCore homodyne -> homodyne.withCircuit(circuit);
      case CoherentWdmCore coherent -> coherent.withCircuit(circuit);
      case WeightBankCore bank -> bank.withCircuit(circuit);
      case IncoherentWdmCore crossbar -> crossbar.withCircuit(circuit);
      case MeshCore mesh -> mesh.withCircuit(circuit);
    };
  }

  /**
   * The core with α² and β² photoelectrons at full scale.
   *
   * @throws IllegalArgumentException if the core does not interfere two streams
   */
  static MatrixCore withLight(MatrixCore core, FullScaleLight light, OperandStatistics statistics) {
    if (light.isInfinite()) {
      return core.withLight(PhotonBudget.of(Double.POSITIVE_INFINITY));
    }
    StreamPair streams =
        switch (core) {
          case HomodyneCore homodyne -> homodyne.streams();
          case CoherentWdmCore coherent -> coherent.streams();
          default ->
              throw new IllegalArgumentException(
                  core.name()
                      + ": light at full scale is for cores in which two streams interfere; give"
                      + " this core its photons per MAC instead");
        };
    // A core counts the light left in quadrature by a finite extinction ratio, too.
    OperandStatistics lit =
        new OperandStatistics(
            lit(statistics.leftSquare(), streams.left().extinctionRatio()),
            lit(statistics.rightSquare(), streams.right().extinctionRatio()),
            statistics.leftModulus(),
            statistics.rightModulus());
    return core.withLight(PhotonBudget.ofFullScale(light.left(), light.right(), lit));
  }

  private static double lit(double square, double extinctionRatio) {
    return Math.min(1, square + (1 - square) / extinctionRatio);
  }
}
