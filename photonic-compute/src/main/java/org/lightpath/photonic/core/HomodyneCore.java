package org.lightpath.photonic.core;

import java.util.Objects;

/**
 * Time-integrating homodyne detection: both operands arrive as streams of light, meet in a 50:50
 * coupler, and balanced diodes integrate their product over K symbols. The core of two-stream
 * optical cloud computing, where inputs and weights come from different nodes.
 *
 * <p>y = Σ g xw + (2κ − 1)(s‖x‖² − ‖w‖²/s)/2 + ε(s‖x‖² + ‖w‖²/s)/2, variance ‖x‖²/(4β²) +
 * ‖w‖²/(4α²): see {@link PhotonBudget}. Source: Hamerly et al., Phys. Rev. X 9, 021032 (2019), for
 * the scheme; the imbalance terms follow from the coupler's transfer matrix.
 *
 * @param streams modulators and skew
 * @param interference coupler, offsets, common mode
 * @param phase residual phase noise
 * @param light photons
 * @param circuit receiver; its integration length counts symbols
 */
public record HomodyneCore(
    StreamPair streams,
    Interference interference,
    PhaseNoise phase,
    PhotonBudget light,
    ReadoutCircuit circuit)
    implements MatrixCore {
  /** Checks that the parts fit. */
  public HomodyneCore {
    Objects.requireNonNull(streams);
    Objects.requireNonNull(interference);
    Objects.requireNonNull(phase);
    Interferometer.requireCompatible("homodyne core", phase, light, circuit);
  }

  /** Shot noise alone. */
  public static HomodyneCore ideal(double photonsPerMac, int integrationLength) {
    return new HomodyneCore(
        StreamPair.IDEAL,
        Interference.IDEAL,
        PhaseNoise.NONE,
        PhotonBudget.of(photonsPerMac),
        ReadoutCircuit.ideal(integrationLength));
  }

  @Override
  public String name() {
    return "homodyne core";
  }

  @Override
  public PreparedProduct prepare(ProductRequest request) {
    double coupling = interference.coupling();
    if (interference.couplingSpread() > 0) {
      coupling +=
          interference.couplingSpread()
              * Streams.place(request.seeds().chip(), Streams.COUPLING, 0);
    }
    Interferometer.Terms terms =
        new Interferometer.Terms(
            new double[] {Math.clamp(coupling, 0, 1)},
            new double[] {interference.phaseOffset()},
            Math.cos(interference.polarisationAngle()),
            interference.commonMode());
    return new Interferometer(
            name(), streams, terms, phase, new Interferometer.Detection(light, circuit))
        .prepare(request);
  }

  @Override
  public HomodyneCore withLight(PhotonBudget budget) {
    return new HomodyneCore(streams, interference, phase, budget, circuit);
  }

  /** With other modulators. */
  public HomodyneCore withStreams(StreamPair other) {
    return new HomodyneCore(other, interference, phase, light, circuit);
  }

  /** With another coupler. */
  public HomodyneCore withInterference(Interference other) {
    return new HomodyneCore(streams, other, phase, light, circuit);
  }

  /** With other phase noise. */
  public HomodyneCore withPhase(PhaseNoise other) {
    return new HomodyneCore(streams, interference, other, light, circuit);
  }

  /** With another receiver. */
  public HomodyneCore withCircuit(ReadoutCircuit other) {
    return new HomodyneCore(streams, interference, phase, light, other);
  }
}
