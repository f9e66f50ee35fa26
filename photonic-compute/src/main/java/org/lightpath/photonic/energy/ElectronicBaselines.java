package org.lightpath.photonic.energy;

import java.util.List;
import org.lightpath.photonic.device.Provenance;

/**
 * Electronic processors to compare with. Which one is taken changes a ratio thirtyfold, so a report
 * gives all of them, each with its precision.
 */
public final class ElectronicBaselines {
  private static final double A100_WATTS = 250;
  private static final double A100_CUDA_CORES = 6912;
  private static final double A100_CLOCK = 1.41e9;
  private static final double A100_INT8_TOPS = 624;

  private ElectronicBaselines() {}

  /** A100, FP32 on CUDA cores: 250 W over 6912 cores at 1.41 GHz, one MAC a cycle: 12.8 W/TOPS. */
  public static EnergyFigure a100CudaCores() {
    return EnergyFigure.ofMac(
        "A100 CUDA cores, FP32",
        A100_WATTS / (A100_CUDA_CORES * A100_CLOCK),
        OperationDefinition.MAC_IS_TWO_OPS,
        Provenance.published("numbers as entered in the artefact of Lightning (SIGCOMM 2023)"));
  }

  /** A100, INT8 on tensor cores, dense: 624 TOPS at so many watts [W]. */
  public static EnergyFigure a100TensorCores(double watts) {
    return new EnergyFigure(
        "A100 tensor cores, INT8 at %.0f W".formatted(watts),
        watts / (A100_INT8_TOPS * 1e12),
        OperationDefinition.MAC_IS_TWO_OPS,
        Provenance.assumed("624 TOPS dense at 250 to 400 W, not looked up"));
  }

  /** All of them. */
  public static List<EnergyFigure> all() {
    return List.of(a100CudaCores(), a100TensorCores(250), a100TensorCores(400));
  }
}
