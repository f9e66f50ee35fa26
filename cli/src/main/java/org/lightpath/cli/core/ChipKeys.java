package org.lightpath.cli.core;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.QuantityType;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.RingBank;

/** Keys of the section {@code core}: which core, and its static properties. */
final class ChipKeys {
  /** Cores. */
  enum Type {
    HOMODYNE,
    COHERENT_WDM,
    WEIGHT_BANK,
    INCOHERENT_WDM,
    MESH
  }

  /** Signs of intensities. */
  enum Signs {
    DIFFERENTIAL,
    OFFSET
  }

  /** Couplers of a coherent crossbar. */
  enum Coupler {
    IDEAL,
    DISPERSIVE
  }

  private static final Set<Type> INTERFERING = EnumSet.of(Type.HOMODYNE, Type.COHERENT_WDM);
  static final Set<Type> INTENSITY = EnumSet.of(Type.WEIGHT_BANK, Type.INCOHERENT_WDM);
  private static final Set<Type> WAVELENGTHS =
      EnumSet.of(Type.COHERENT_WDM, Type.WEIGHT_BANK, Type.INCOHERENT_WDM);

  static final Key<Type> TYPE =
      Key.of(
              "type",
              Types.choice(Type.class),
              "homodyne: both operands on light, integrated over time; coherent-wdm: crossbar of dot"
                  + " products over wavelengths; weight-bank: rings; incoherent-wdm: intensity"
                  + " crossbar; mesh: interferometers U Σ V†.")
          .require();

  static final Key<Double> COUPLING =
      Key.of(
              "coupling",
              Types.quantity(QuantityKind.RATIO).above(0, "a share of power"),
              "Power coupling κ of the coupler in which both operands meet.")
          .defaultsTo("0.5", "balanced");

  static final Key<Double> COUPLING_SPREAD =
      Key.of(
              "couplingSpread",
              Types.real().atLeast(0, "a standard deviation"),
              "Standard deviation of κ from chip to chip.")
          .defaultsTo("0", "none unless it is known");

  static final Key<Double> REJECTION =
      Key.of(
          "commonModeRejection",
          Types.quantity(QuantityKind.RATIO).above(1, "a rejection above 0 dB"),
          "Common-mode rejection ratio of the balanced receiver, 20 log₁₀ of the currents' ratio;"
              + " default: perfect.");

  static final Key<Double> PHASE_OFFSET =
      Key.of(
              "phaseOffset",
              Types.quantity(QuantityKind.ANGLE),
              "Static phase error between both operands.")
          .defaultsTo("0 rad", "in phase");

  static final Key<Double> POLARISATION =
      Key.of(
              "polarisationAngle",
              Types.quantity(QuantityKind.ANGLE),
              "Angle between the polarisations of both streams.")
          .defaultsTo("0 rad", "aligned");

  static final Key<Double> SKEW =
      Key.of(
              "skew",
              Types.quantity(QuantityKind.TIME).atLeast(0, "of the weights against the inputs"),
              "Delay of the weights' stream against the inputs', at most one symbol.")
          .defaultsTo("0 s", "in step");

  static final Key<List<Double>> PHASE_NOISE =
      Key.of(
          "phaseNoise",
          Types.oneOrMany(Types.quantity(QuantityKind.ANGLE).atLeast(0, "a standard deviation")),
          "Standard deviation of the residual phase between both operands; a list makes cases.");

  static final Key<Double> LINEWIDTH =
      Key.of(
          "linewidth",
          Types.quantity(QuantityKind.FREQUENCY).atLeast(0, "a width"),
          "Sum of the linewidths of both lasers; with loopTime it gives the residual phase √(2πΔν"
              + "τ).");

  static final Key<Double> LOOP_TIME =
      Key.of(
          "loopTime",
          Types.quantity(QuantityKind.TIME).above(0, "a time"),
          "Time constant of carrier recovery, or the delay between two paths from one laser.");

  static final Key<PhaseNoise.Correlation> CORRELATION =
      Key.of(
              "phaseCorrelation",
              Types.choice(PhaseNoise.Correlation.class),
              "Over what a phase error lasts: symbol (exact), readout or use (moment-matched).")
          .defaultsTo("symbol", "fresh for each symbol, shared by all outputs: exact");

  static final Key<Long> WAVELENGTH_COUNT =
      Key.of(
              "wavelengths",
              Types.whole(1, 4096, "at least one"),
              "Wavelengths, which carry terms of the sum side by side.")
          .defaultsTo("12", "Lightening-Transformer, HPCA 2024");

  static final Key<List<Double>> SPACING =
      Key.of(
              "spacing",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.WAVELENGTH).above(0, "a distance of channels")),
              "Distance of the wavelengths; a list makes cases.")
          .defaultsTo("0.4 nm", "50 GHz grid, Lightening-Transformer, HPCA 2024");

  static final Key<Coupler> COUPLER =
      Key.of(
              "coupler",
              Types.choice(Coupler.class),
              "ideal, or dispersive: κ of each wavelength by the coupling length.")
          .defaultsTo("dispersive", "as Lightening-Transformer models it");

  static final Key<Signs> SIGNS =
      Key.of(
              "signs",
              Types.choice(Signs.class),
              "How intensities carry signs: differential (two rails) or offset (half the swing).")
          .defaultsTo("differential", "offset costs 6 dB of signal");

  static final Key<Double> RING_WIDTH =
      Key.of(
              "ringWidth",
              Types.quantity(QuantityKind.WAVELENGTH).above(0, "a width"),
              "Full width at half maximum of a ring.")
          .defaultsTo("0.1 nm", "assumed: a Q of 15 500 at 1550 nm");

  static final Key<Double> RING_RANGE =
      Key.of(
              "freeSpectralRange",
              Types.quantity(QuantityKind.WAVELENGTH).above(0, "a distance of resonances"),
              "Free spectral range of a ring; all channels must fit.")
          .defaultsTo("32.028 nm", "the high-quality ring of claim P12");

  static final Key<Double> RESONANCE_SPREAD =
      Key.of(
              "resonanceSpread",
              Types.quantity(QuantityKind.WAVELENGTH).atLeast(0, "a standard deviation"),
              "Standard deviation of the resonances from chip to chip.")
          .defaultsTo("0 nm", "trimmed");

  static final Key<Double> DRIFT =
      Key.of(
              "drift",
              Types.quantity(QuantityKind.WAVELENGTH),
              "Common thermal shift of all resonances after calibration.")
          .defaultsTo("0 nm", "none");

  static final Key<RingBank.Compensation> COMPENSATION =
      Key.of(
              "compensation",
              Types.choice(RingBank.Compensation.class),
              "raw: each ring set as if alone; precompensated: settings corrected for the bank.")
          .defaultsTo("precompensated", "crosstalk is static, so it can be calibrated");

  static final Key<Double> CELL_EXTINCTION =
      Key.of(
          "cellExtinction",
          Types.quantity(QuantityKind.RATIO).above(1, "an extinction ratio is above 0 dB"),
          "Extinction ratio of a weight cell; default: perfect.");

  static final Key<Double> CELL_SPREAD =
      Key.of(
              "cellSpread",
              Types.real().atLeast(0, "a standard deviation"),
              "Relative standard deviation of a cell's transmission from chip to chip.")
          .defaultsTo("0", "none unless it is known");

  static final Key<Double> CELL_CROSSTALK =
      Key.of(
          "cellCrosstalk",
          Types.quantity(QuantityKind.RATIO).above(0, "a share of power"),
          "Share of each neighbouring wavelength that a cell weighs too; default: none.");

  static final Key<Long> INPUTS =
      Key.of("inputs", Types.whole(2, 1024, ""), "Modes of the mesh; a longer K is done in blocks.")
          .defaultsTo("64", "quick");

  static final Key<List<Double>> SPLITTER =
      Key.of(
              "splitter",
              Types.oneOrMany(angle()),
              "Standard deviation of the mesh's couplers from π/4; a list makes cases.")
          .defaultsTo("0 rad", "none unless it is known");

  static final Key<Double> MESH_PHASE =
      Key.of("phase", angle(), "Standard deviation of the mesh's phase errors.")
          .defaultsTo("0 rad", "none unless it is known");

  static final Key<Long> MESH_BITS =
      Key.of("phaseBits", Types.whole(1, 32, ""), "Bits of the mesh's phases; default: exact.");

  static final Key<Double> MESH_LOSS =
      Key.of(
              "loss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "Mean loss of a passage through one interferometer.")
          .defaultsTo("0 dB", "none unless it is known");

  static final Section SECTION =
      Section.named("a core", "Which core multiplies, and its static properties.")
          .keys(TYPE)
          .keys(COUPLING, COUPLING_SPREAD, REJECTION, PHASE_OFFSET, POLARISATION, SKEW)
          .atMostOne(PHASE_NOISE, LINEWIDTH)
          .keys(LOOP_TIME, CORRELATION)
          .keys(WAVELENGTH_COUNT, SPACING, COUPLER, SIGNS)
          .keys(RING_WIDTH, RING_RANGE, RESONANCE_SPREAD, DRIFT, COMPENSATION)
          .keys(CELL_EXTINCTION, CELL_SPREAD, CELL_CROSSTALK)
          .keys(INPUTS, SPLITTER, MESH_PHASE, MESH_BITS, MESH_LOSS)
          .usedFor(TYPE, EnumSet.of(Type.HOMODYNE), COUPLING, POLARISATION, SKEW)
          .usedFor(TYPE, INTERFERING, COUPLING_SPREAD, REJECTION, PHASE_OFFSET)
          .usedFor(TYPE, INTERFERING, PHASE_NOISE, LINEWIDTH, CORRELATION)
          .usedWith(LOOP_TIME, LINEWIDTH)
          .usedFor(TYPE, WAVELENGTHS, WAVELENGTH_COUNT)
          .usedFor(TYPE, EnumSet.of(Type.COHERENT_WDM, Type.WEIGHT_BANK), SPACING)
          .usedFor(TYPE, EnumSet.of(Type.COHERENT_WDM), COUPLER)
          .usedFor(TYPE, INTENSITY, SIGNS)
          .usedFor(TYPE, EnumSet.of(Type.WEIGHT_BANK), RING_WIDTH, RING_RANGE, RESONANCE_SPREAD)
          .usedFor(TYPE, EnumSet.of(Type.WEIGHT_BANK), DRIFT, COMPENSATION)
          .usedFor(
              TYPE, EnumSet.of(Type.INCOHERENT_WDM), CELL_EXTINCTION, CELL_SPREAD, CELL_CROSSTALK)
          .usedFor(TYPE, EnumSet.of(Type.MESH), INPUTS, SPLITTER, MESH_PHASE, MESH_BITS, MESH_LOSS)
          .build();

  private ChipKeys() {}

  private static QuantityType angle() {
    return Types.quantity(QuantityKind.ANGLE).atLeast(0, "a standard deviation");
  }
}
