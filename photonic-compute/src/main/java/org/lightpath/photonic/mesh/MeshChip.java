package org.lightpath.photonic.mesh;

import org.lightpath.core.random.Philox;

/**
 * A fabricated mesh: coupler errors, phase errors and arm losses of every place.
 *
 * <p>Philox draws with key = chip seed, stream = quantity, substream = number of the mesh on the
 * chip, element = column · N + upper mode (for the screen: the mode). A draw belongs to a place,
 * not to a design, and is scaled by the technology's standard deviation: the same chip serves every
 * setting, and chips of different technologies differ only in scale.
 *
 * <table>
 * <caption>Streams</caption>
 * <tr><th>stream</th><th>normals 0 and 1</th></tr>
 * <tr><td>0x4D455300</td><td>a, b</td></tr>
 * <tr><td>0x4D455301</td><td>errors of θ, φ</td></tr>
 * <tr><td>0x4D455302</td><td>error of an output phase, unused</td></tr>
 * <tr><td>0x4D455303</td><td>loss of the outer upper and lower arm</td></tr>
 * <tr><td>0x4D455304</td><td>loss of the inner upper and lower arm</td></tr>
 * </table>
 */
public final class MeshChip {
  private static final int COUPLERS = 0x4D455300; // "MES", then the quantity
  private static final int PHASES = 0x4D455301;
  private static final int SCREEN = 0x4D455302;
  private static final int OUTER_LOSS = 0x4D455303;
  private static final int INNER_LOSS = 0x4D455304;

  private final MeshImperfections technology;
  private final MeshLayout layout;

  /** a and b, pair by pair [rad]. */
  private final double[] couplerErrors;

  /** Errors of θ and φ, pair by pair [rad]. */
  private final double[] phaseErrors;

  /** Errors of the output phases, mode by mode [rad]. */
  private final double[] screenErrors;

  /** Standard normal deviates of the arm losses, pair by pair. */
  private final double[] outerLoss;

  private final double[] innerLoss;

  MeshChip(MeshImperfections technology, MeshLayout layout, long seed, int mesh) {
    this.technology = technology;
    this.layout = layout;
    Draws draws = new Draws(layout, seed, mesh);
    couplerErrors = draws.ofInterferometers(COUPLERS, technology.splitterSigma());
    phaseErrors = draws.ofInterferometers(PHASES, technology.phaseSigma());
    screenErrors = draws.ofScreen(technology.phaseSigma());
    double unequal = technology.loss().armSpreadDecibels() == 0 ? 0 : 1;
    outerLoss = draws.ofInterferometers(OUTER_LOSS, unequal);
    innerLoss = draws.ofInterferometers(INNER_LOSS, unequal);
  }

  private record Draws(MeshLayout layout, long seed, int mesh) {
    double[] ofInterferometers(int stream, double sigma) {
      double[] values = new double[2 * layout.size()];
      int[] words = new int[4];
      double[] normal = new double[2];
      if (sigma > 0) {
        layout.forEach(
            (index, column, mode) -> {
              long element = (long) column * layout.modes() + mode;
              Philox.complexNormal(seed, stream, mesh, element, words, normal);
              values[2 * index] = sigma * normal[0];
              values[2 * index + 1] = sigma * normal[1];
            });
      }
      return values;
    }

    double[] ofScreen(double sigma) {
      double[] values = new double[layout.modes()];
      int[] words = new int[4];
      double[] normal = new double[2];
      for (int mode = 0; mode < values.length && sigma > 0; mode++) {
        Philox.complexNormal(seed, SCREEN, mesh, mode, words, normal);
        values[mode] = sigma * normal[0];
      }
      return values;
    }
  }

  /** What the chip is made with. */
  public MeshImperfections technology() {
    return technology;
  }

  /** Places of the interferometers. */
  public MeshLayout layout() {
    return layout;
  }

  /** a: error of the first coupler of an interferometer [rad]. */
  public double firstError(int index) {
    return couplerErrors[2 * index];
  }

  /** b: error of the second coupler of an interferometer [rad]. */
  public double secondError(int index) {
    return couplerErrors[2 * index + 1];
  }

  /** Error of θ of an interferometer [rad]. */
  public double thetaError(int index) {
    return phaseErrors[2 * index];
  }

  /** Error of φ of an interferometer [rad]. */
  public double phiError(int index) {
    return phaseErrors[2 * index + 1];
  }

  /** Error of the phase behind a mode [rad]. */
  public double outputError(int mode) {
    return screenErrors[mode];
  }

  /** Transmission of the arms of an interferometer. */
  public ArmTransmissions arms(int index) {
    MeshLoss loss = technology.loss();
    if (loss.isNone()) {
      return ArmTransmissions.LOSSLESS;
    }
    return new ArmTransmissions(
        loss.segmentTransmission(outerLoss[2 * index]),
        loss.segmentTransmission(outerLoss[2 * index + 1]),
        loss.segmentTransmission(innerLoss[2 * index]),
        loss.segmentTransmission(innerLoss[2 * index + 1]));
  }

  /**
   * What a design becomes on this chip. Phases are quantised as driven, then heated by their
   * neighbours, then shifted by the static errors.
   *
   * @throws IllegalArgumentException if the design has another layout
   */
  public RealisedMesh realise(InterferometerMesh design) {
    requireLayout(design.layout());
    HeaterPhases heaters = driven(design);
    HeaterPhases actual =
        technology.crosstalk().map(crosstalk -> crosstalk.heat(layout, heaters)).orElse(heaters);
    double[] blocks = new double[RealisedMesh.BLOCK * layout.size()];
    for (int k = 0; k < layout.size(); k++) {
      new Interferometer(
              actual.theta()[k] + thetaError(k),
              actual.phi()[k] + phiError(k),
              firstError(k),
              secondError(k),
              arms(k))
          .writeTransfer(blocks, RealisedMesh.BLOCK * k);
    }
    double[] output = actual.output().clone();
    for (int mode = 0; mode < output.length; mode++) {
      output[mode] += screenErrors[mode];
    }
    return new RealisedMesh(layout, blocks, RealisedMesh.screen(output));
  }

  void requireLayout(MeshLayout other) {
    if (!layout.equals(other)) {
      throw new IllegalArgumentException(
          "design for a %s, expected one for the chip's %s".formatted(other, layout));
    }
  }

  private HeaterPhases driven(InterferometerMesh design) {
    HeaterPhases phases = new HeaterPhases(design.thetas(), design.phis(), design.outputs());
    if (technology.phaseBits() > 0) {
      quantise(phases.theta());
      quantise(phases.phi());
      quantise(phases.output());
    }
    return phases;
  }

  private void quantise(double[] phases) {
    for (int i = 0; i < phases.length; i++) {
      phases[i] = Phases.quantise(phases[i], technology.phaseBits());
    }
  }
}
