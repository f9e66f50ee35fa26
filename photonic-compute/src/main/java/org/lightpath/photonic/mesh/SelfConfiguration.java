package org.lightpath.photonic.mesh;

/**
 * Local error correction: new settings with which a chip of known coupler and phase errors realises
 * the matrix of a design (Bandyopadhyay, Hamerly and Englund, Optica 8, 1247, 2021).
 *
 * <p>An interferometer with coupler errors a and b splits as the ideal one with θ₀ if {@code
 * sin²(θ'/2) = (sin²(θ₀/2) − sin²(a + b)) / (cos²(a − b) − sin²(a + b))}, which has a solution for
 * θ₀ in [2|a + b|, π − 2|a − b|]; others are set to the nearer end. φ' makes the inputs interfere
 * in the right phase; what phase is left on the two outputs goes forward into the next column and
 * at last into the screen.
 *
 * <p>Loss and quantisation are not corrected; for crosstalk see {@link CrosstalkCompensation}.
 */
public final class SelfConfiguration {
  private SelfConfiguration() {}

  /**
   * The corrected design, and how many interferometers could not reach their splitting ratio.
   *
   * @param mesh settings for the chip they were made for
   * @param clipped number of interferometers out of range
   */
  public record Result(InterferometerMesh mesh, int clipped) {}

  /**
   * Corrects a design for a chip.
   *
   * @throws IllegalArgumentException if the design has another layout than the chip
   */
  public static Result correct(InterferometerMesh design, MeshChip chip) {
    chip.requireLayout(design.layout());
    Correction correction = new Correction(design, chip);
    design.layout().forEach(correction::correct);
    return correction.result();
  }

  /**
   * Phase by which the fields on the chip lead those of the design, followed through the columns.
   */
  private static final class Correction {
    private final InterferometerMesh design;
    private final MeshChip chip;
    private final double[] theta;
    private final double[] phi;
    private final double[] lead;
    private final double[] wanted = new double[RealisedMesh.BLOCK];
    private final double[] actual = new double[RealisedMesh.BLOCK];
    private int clipped;

    Correction(InterferometerMesh design, MeshChip chip) {
      this.design = design;
      this.chip = chip;
      theta = new double[design.layout().size()];
      phi = new double[design.layout().size()];
      lead = new double[design.layout().modes()];
    }

    void correct(int index, int column, int mode) {
      double a = chip.firstError(index);
      double b = chip.secondError(index);
      double inner = innerPhase(design.theta(index), a, b);
      Interferometer.writeIdeal(design.theta(index), design.phi(index), wanted);
      new Interferometer(inner, 0, a, b, ArmTransmissions.LOSSLESS).writeTransfer(actual, 0);
      double outer =
          argument(wanted, 0)
              - argument(wanted, 1)
              - argument(actual, 0)
              + argument(actual, 1)
              - lead[mode]
              + lead[mode + 1];
      new Interferometer(inner, outer, a, b, ArmTransmissions.LOSSLESS).writeTransfer(actual, 0);
      double above = lead[mode];
      double below = lead[mode + 1];
      lead[mode] = Phases.wrap(residue(0, above, below));
      lead[mode + 1] = Phases.wrap(residue(2, above, below));
      theta[index] = inner - chip.thetaError(index);
      phi[index] = outer - chip.phiError(index);
    }

    /** θ' [rad], and a count if it is out of range. */
    private double innerPhase(double wantedTheta, double a, double b) {
      double s = Math.sin(wantedTheta / 2);
      double least = Math.pow(Math.sin(a + b), 2);
      double most = Math.pow(Math.cos(a - b), 2);
      double share = (s * s - least) / (most - least);
      // Exact couplers reach both ends: rounding is not clipping.
      if (share < -1e-15 || share > 1 + 1e-15) {
        clipped++;
      }
      return 2 * Math.asin(Math.sqrt(Math.clamp(share, 0, 1)));
    }

    /** Lead of an output: compared along the larger of the two elements of its row. */
    private double residue(int first, double above, double below) {
      boolean bar =
          modulus(actual, first) * modulus(wanted, first)
              >= modulus(actual, first + 1) * modulus(wanted, first + 1);
      int element = bar ? first : first + 1;
      return argument(actual, element) + (bar ? above : below) - argument(wanted, element);
    }

    private static double modulus(double[] block, int element) {
      return Math.hypot(block[2 * element], block[2 * element + 1]);
    }

    private static double argument(double[] block, int element) {
      return Math.atan2(block[2 * element + 1], block[2 * element]);
    }

    Result result() {
      double[] output = design.outputs();
      for (int mode = 0; mode < output.length; mode++) {
        output[mode] -= lead[mode] + chip.outputError(mode);
      }
      return new Result(new InterferometerMesh(design.layout(), theta, phi, output), clipped);
    }
  }
}
