package org.lightpath.cli.mesh;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.InterferometerMesh;
import org.lightpath.photonic.mesh.MeshMetrics;
import org.lightpath.photonic.mesh.MeshTopology;

/**
 * Chips of one case in one layout.
 *
 * @param index number of the case
 * @param layout arrangement
 * @param chips what came out of each chip
 */
record MeshResult(int index, MeshTopology layout, List<Chip> chips) {
  MeshResult {
    chips = List.copyOf(chips);
  }

  /**
   * One chip.
   *
   * @param fidelity |Tr U†V|²/N²
   * @param lossRemoved |Tr U†V|²/(N Tr V†V)
   * @param amplitudeError ‖V − U‖/√N
   * @param insertionLoss mean over the inputs [dB]
   * @param clipped settings that could not be corrected
   */
  record Chip(
      double fidelity,
      double lossRemoved,
      double amplitudeError,
      double insertionLoss,
      int clipped) {
    /** Rounding in single precision over thousands of columns. */
    private static final double ROUNDING_DECIBELS = 1e-4;

    static Chip of(ComplexMatrix wanted, ComplexMatrix realised, int clipped) {
      return new Chip(
          MeshMetrics.fidelity(wanted, realised),
          MeshMetrics.lossNormalisedFidelity(wanted, realised),
          MeshMetrics.amplitudeError(wanted, realised),
          resolved(MeshMetrics.insertionLoss(realised).meanDecibels()),
          clipped);
    }

    /** Loss [dB], 0 where rounding alone keeps it from there. */
    private static double resolved(double decibels) {
      return Math.abs(decibels) < ROUNDING_DECIBELS ? 0 : decibels;
    }
  }

  /**
   * A design and how well it is the wanted matrix.
   *
   * @param mesh settings
   * @param error largest modulus of an element's error without errors of the chip
   */
  record Design(InterferometerMesh mesh, double error) {}

  double mean(ToDoubleFunction<Chip> value) {
    return chips.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  double rootMeanSquare(ToDoubleFunction<Chip> value) {
    return Math.sqrt(mean(chip -> value.applyAsDouble(chip) * value.applyAsDouble(chip)));
  }

  /** Standard deviation between chips; NaN for one. */
  double deviation(ToDoubleFunction<Chip> value) {
    double mean = mean(value);
    double sum = 0;
    for (Chip chip : chips) {
      sum += Math.pow(value.applyAsDouble(chip) - mean, 2);
    }
    return chips.size() < 2 ? Double.NaN : Math.sqrt(sum / (chips.size() - 1));
  }
}
