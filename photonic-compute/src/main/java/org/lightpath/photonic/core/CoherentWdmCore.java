package org.lightpath.photonic.core;

import java.util.Objects;

/**
 * A crossbar of coherent dot products (DDOT, DPTC): the inner dimension lies on wavelengths, and on
 * time steps where the integration is longer than the comb. Source: Lightening-Transformer (Zhu et
 * al., HPCA 2024); algebra as in {@link HomodyneCore}, with a coupler that depends on the
 * wavelength.
 *
 * @param streams modulators; without pole and skew, because neighbours along K are wavelengths
 * @param coupling couplers and phase shifters
 * @param phase phase noise
 * @param light photons
 * @param circuit receiver; its integration length is wavelengths times time steps
 */
public record CoherentWdmCore(
    StreamPair streams,
    WavelengthCoupling coupling,
    PhaseNoise phase,
    PhotonBudget light,
    ReadoutCircuit circuit)
    implements MatrixCore {
  private static final String NAME = "coherent WDM core";

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the integration length is no multiple of the wavelengths,
   *     or a modulator has memory
   */
  public CoherentWdmCore {
    Objects.requireNonNull(phase);
    Objects.requireNonNull(light);
    if (circuit.integrationLength() % coupling.wavelengths() != 0) {
      throw new IllegalArgumentException(
          "%s: integration length %d is not a multiple of %d wavelengths"
              .formatted(NAME, circuit.integrationLength(), coupling.wavelengths()));
    }
    if (streams.leftMemory().isPresent() || streams.rightMemory().isPresent()) {
      throw new IllegalArgumentException(
          ("%s: poles %s and %s, skew %s symbols: neighbours along K are wavelengths, which do not"
                  + " run into one another; expected 0")
              .formatted(NAME, streams.left().pole(), streams.right().pole(), streams.skew()));
    }
    Interferometer.requireCompatible(NAME, phase, light, circuit);
  }

  /** Shot noise alone; one time step for each readout. */
  public static CoherentWdmCore ideal(double photonsPerMac, int wavelengths) {
    return new CoherentWdmCore(
        StreamPair.IDEAL,
        WavelengthCoupling.ideal(wavelengths),
        PhaseNoise.NONE,
        PhotonBudget.of(photonsPerMac),
        ReadoutCircuit.ideal(wavelengths));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PreparedProduct prepare(ProductRequest request) {
    return new Interferometer(
            NAME,
            streams,
            coupling.terms(request.seeds().chip()),
            phase,
            new Interferometer.Detection(light, circuit))
        .prepare(request);
  }

  @Override
  public CoherentWdmCore withLight(PhotonBudget budget) {
    return new CoherentWdmCore(streams, coupling, phase, budget, circuit);
  }

  /** With other couplers. */
  public CoherentWdmCore withCoupling(WavelengthCoupling other) {
    return new CoherentWdmCore(streams, other, phase, light, circuit);
  }

  /** With other modulators. */
  public CoherentWdmCore withStreams(StreamPair other) {
    return new CoherentWdmCore(other, coupling, phase, light, circuit);
  }

  /** With other phase noise. */
  public CoherentWdmCore withPhase(PhaseNoise other) {
    return new CoherentWdmCore(streams, coupling, other, light, circuit);
  }

  /** With another receiver. */
  public CoherentWdmCore withCircuit(ReadoutCircuit other) {
    return new CoherentWdmCore(streams, coupling, phase, light, other);
  }
}
