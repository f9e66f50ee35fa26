package org.lightpath.datasets.network;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A GNPy equipment library.
 *
 * @param amplifiers by type variety
 * @param fibers by type variety
 * @param roadms by type variety; GNPy's type without a name is "default"
 * @param span what fibres leave open
 * @param spectrum channels to be sent, if the file says so
 */
public record GnpyEquipment(
    Map<String, GnpyAmplifier> amplifiers,
    Map<String, FiberType> fibers,
    Map<String, RoadmType> roadms,
    SpanDefaults span,
    Optional<Spectrum> spectrum) {
  /** Name of the ROADM type that the file gives none. */
  public static final String DEFAULT_ROADM = "default";

  /** Copies the maps. */
  public GnpyEquipment {
    amplifiers = Map.copyOf(amplifiers);
    fibers = Map.copyOf(fibers);
    roadms = Map.copyOf(roadms);
    Objects.requireNonNull(span);
    Objects.requireNonNull(spectrum);
  }

  /**
   * A kind of fibre; values hold at 1550 nm, GNPy's reference wavelength.
   *
   * @param dispersion D [s/m²]
   * @param slope dD/dλ [s/m³]; absent if the file gives none, which GNPy takes as β₂ that does not
   *     vary
   * @param effectiveArea [m²]; absent if the file gives γ
   * @param gamma γ [1/(W·m)]; absent if the file gives the area
   */
  public record FiberType(
      double dispersion,
      OptionalDouble slope,
      OptionalDouble effectiveArea,
      OptionalDouble gamma) {}

  /**
   * A kind of add-drop multiplexer.
   *
   * @param target power of a channel at every way out [dBm]
   * @param addDropOsnr OSNR [dB in 12.5 GHz] of an add and a drop port together, if given
   */
  public record RoadmType(OptionalDouble target, OptionalDouble addDropOsnr) {}

  /**
   * What holds where a fibre says nothing.
   *
   * @param connectorInput [dB]
   * @param connectorOutput [dB]
   */
  public record SpanDefaults(double connectorInput, double connectorOutput) {}

  /**
   * Channels to be sent.
   *
   * @param lowest frequency [Hz] of the band; the first channel lies one spacing above it
   * @param highest frequency [Hz] of the band
   * @param spacing [Hz]
   * @param symbolRate [Bd]
   * @param power of a channel at the transceiver [dBm]: tx_power_dbm, or power_dbm if that is
   *     missing
   */
  public record Spectrum(
      double lowest, double highest, double spacing, double symbolRate, double power) {}
}
