package org.lightpath.photonic.mesh;

import java.util.Optional;

/**
 * How imperfect meshes of a technology are. Typical numbers depend on the foundry, so there are no
 * defaults besides none.
 *
 * @param splitterSigma standard deviation of the coupler errors a and b [rad]
 * @param phaseSigma standard deviation of static errors of θ, φ and the output phases [rad]
 * @param phaseBits b: phases are driven to the nearest of 2^b levels of [0, 2π); 0 for no
 *     quantisation, at most 32
 * @param loss loss of interferometers and its spread over arms
 * @param crosstalk heat that reaches the neighbours, if any
 */
public record MeshImperfections(
    double splitterSigma,
    double phaseSigma,
    int phaseBits,
    MeshLoss loss,
    Optional<ThermalCrosstalk> crosstalk) {
  /** A perfect technology. */
  public static final MeshImperfections NONE =
      new MeshImperfections(0, 0, 0, MeshLoss.NONE, Optional.empty());

  /** Checks the range. */
  public MeshImperfections {
    requireNotNegative("splitter sigma [rad]", splitterSigma);
    requireNotNegative("phase sigma [rad]", phaseSigma);
    if (phaseBits < 0 || phaseBits > 32) {
      throw new IllegalArgumentException(
          "phase bits: %d, expected 1 to 32, or 0 for no quantisation".formatted(phaseBits));
    }
  }

  static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s: %s, expected 0 or more".formatted(name, value));
    }
  }

  /** Only coupler errors [rad]. */
  public static MeshImperfections splitters(double sigma) {
    return NONE.withSplitterSigma(sigma);
  }

  /** Only phase errors [rad]. */
  public static MeshImperfections phases(double sigma) {
    return NONE.withPhaseSigma(sigma);
  }

  /** With other coupler errors [rad]. */
  public MeshImperfections withSplitterSigma(double sigma) {
    return new MeshImperfections(sigma, phaseSigma, phaseBits, loss, crosstalk);
  }

  /** With other phase errors [rad]. */
  public MeshImperfections withPhaseSigma(double sigma) {
    return new MeshImperfections(splitterSigma, sigma, phaseBits, loss, crosstalk);
  }

  /** With another resolution of the phases. */
  public MeshImperfections withPhaseBits(int bits) {
    return new MeshImperfections(splitterSigma, phaseSigma, bits, loss, crosstalk);
  }

  /** With another loss. */
  public MeshImperfections withLoss(MeshLoss other) {
    return new MeshImperfections(splitterSigma, phaseSigma, phaseBits, other, crosstalk);
  }

  /** With crosstalk. */
  public MeshImperfections withCrosstalk(ThermalCrosstalk other) {
    return new MeshImperfections(splitterSigma, phaseSigma, phaseBits, loss, Optional.of(other));
  }

  /**
   * A mesh as it came from the fab: its static errors, drawn by chip seed and place.
   *
   * @param layout what is fabricated
   * @param chipSeed which chip
   * @param mesh which mesh of the chip, so that several on one chip differ
   */
  public MeshChip fabricate(MeshLayout layout, long chipSeed, int mesh) {
    return new MeshChip(this, layout, chipSeed, mesh);
  }
}
