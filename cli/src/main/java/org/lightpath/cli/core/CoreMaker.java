package org.lightpath.cli.core;

import java.util.Optional;
import org.lightpath.cli.experiment.Values;
import org.lightpath.photonic.core.CoherentWdmCore;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.core.IncoherentWdmCore;
import org.lightpath.photonic.core.IntensityInput;
import org.lightpath.photonic.core.Interference;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.MeshCore;
import org.lightpath.photonic.core.MeshMatrix;
import org.lightpath.photonic.core.PhaseNoise;
import org.lightpath.photonic.core.RingBank;
import org.lightpath.photonic.core.SignHandling;
import org.lightpath.photonic.core.StreamPair;
import org.lightpath.photonic.core.WavelengthCoupling;
import org.lightpath.photonic.core.WeightBankCore;
import org.lightpath.photonic.core.WeightCells;
import org.lightpath.photonic.device.AddDropRing;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.mesh.MeshImperfections;
import org.lightpath.photonic.mesh.MeshLoss;
import org.lightpath.photonic.mesh.MeshTopology;

/** Makes the core of a case from the values of a file. */
final class CoreMaker {
  private final Values chip;
  private final CoreParts parts;
  private final int index;
  private final double symbolRate;

  CoreMaker(Values values, int index, CoreParts parts) {
    this.chip = values.get(CoreKeys.CORE);
    this.parts = parts;
    this.index = index;
    this.symbolRate = values.get(CoreKeys.LIGHT).get(CoreKeys.SYMBOL_RATE);
  }

  /** The core as the file says. */
  MatrixCore core() {
    return switch (chip.get(ChipKeys.TYPE)) {
      case HOMODYNE -> homodyne();
      case COHERENT_WDM -> coherent();
      case WEIGHT_BANK -> bank(chip.get(ChipKeys.COMPENSATION));
      case INCOHERENT_WDM -> incoherent();
      case MESH -> mesh();
    };
  }

  /** The same without compensation of its crosstalk, where the file compensates. */
  Optional<MatrixCore> raw() {
    boolean compensated =
        chip.get(ChipKeys.TYPE) == ChipKeys.Type.WEIGHT_BANK
            && chip.get(ChipKeys.COMPENSATION) == RingBank.Compensation.PRECOMPENSATED;
    return compensated ? Optional.of(bank(RingBank.Compensation.RAW)) : Optional.empty();
  }

  /**
   * Closed form of the leakage of a bank of many channels, (π²/12)(FWHM/spacing)²; NaN for other
   * cores.
   */
  double law() {
    if (chip.get(ChipKeys.TYPE) != ChipKeys.Type.WEIGHT_BANK) {
      return Double.NaN;
    }
    double ratio = chip.get(ChipKeys.RING_WIDTH) / CoreParts.at(chip.get(ChipKeys.SPACING), index);
    return Math.PI * Math.PI / 12 * ratio * ratio;
  }

  private MatrixCore homodyne() {
    return new HomodyneCore(
        StreamPair.of(parts.field(symbolRate, true)).withSkew(chip.get(ChipKeys.SKEW) * symbolRate),
        new Interference(
            chip.get(ChipKeys.COUPLING),
            chip.get(ChipKeys.COUPLING_SPREAD),
            commonMode(),
            chip.get(ChipKeys.PHASE_OFFSET),
            chip.get(ChipKeys.POLARISATION)),
        phase(),
        parts.light(),
        parts.circuit());
  }

  private MatrixCore coherent() {
    int wavelengths = wavelengths();
    WavelengthCoupling couplers =
        chip.get(ChipKeys.COUPLER) == ChipKeys.Coupler.IDEAL
            ? WavelengthCoupling.ideal(wavelengths)
            : WavelengthCoupling.dispersive(
                wavelengths, CoreParts.at(chip.get(ChipKeys.SPACING), index));
    return new CoherentWdmCore(
        StreamPair.of(parts.field(symbolRate, false)),
        new WavelengthCoupling(
            couplers.couplings(),
            chip.get(ChipKeys.COUPLING_SPREAD),
            chip.get(ChipKeys.PHASE_OFFSET),
            0,
            commonMode()),
        phase(),
        parts.light(),
        parts.circuit());
  }

  private MatrixCore bank(RingBank.Compensation compensation) {
    double spacing = CoreParts.at(chip.get(ChipKeys.SPACING), index);
    return new WeightBankCore(
        AddDropRing.lossless(chip.get(ChipKeys.RING_WIDTH), chip.get(ChipKeys.RING_RANGE)),
        RingBank.of(wavelengths(), spacing, compensation)
            .withErrors(chip.get(ChipKeys.RESONANCE_SPREAD), chip.get(ChipKeys.DRIFT)),
        input(),
        parts.light(),
        parts.circuit());
  }

  private MatrixCore incoherent() {
    return new IncoherentWdmCore(
        new WeightCells(
            parts.driver(),
            chip.find(ChipKeys.CELL_EXTINCTION).orElse(Double.POSITIVE_INFINITY),
            chip.get(ChipKeys.CELL_SPREAD),
            chip.find(ChipKeys.CELL_CROSSTALK).orElse(0.0),
            wavelengths()),
        input(),
        parts.light(),
        parts.circuit());
  }

  private MatrixCore mesh() {
    MeshImperfections technology =
        new MeshImperfections(
            CoreParts.at(chip.get(ChipKeys.SPLITTER), index),
            chip.get(ChipKeys.MESH_PHASE),
            chip.find(ChipKeys.MESH_BITS).map(Math::toIntExact).orElse(0),
            new MeshLoss(Decibels.ofRatio(chip.get(ChipKeys.MESH_LOSS)), 0),
            Optional.empty());
    return new MeshCore(
        new MeshMatrix(technology, MeshTopology.CLEMENTS),
        parts.field(symbolRate, false),
        parts.light(),
        parts.circuit());
  }

  private IntensityInput input() {
    return parts.intensity(
        chip.get(ChipKeys.SIGNS) == ChipKeys.Signs.OFFSET
            ? SignHandling.OFFSET
            : SignHandling.DIFFERENTIAL);
  }

  private int wavelengths() {
    return Math.toIntExact(chip.get(ChipKeys.WAVELENGTH_COUNT));
  }

  /** ε of the rejection, read as a ratio of powers: 20 log₁₀ of currents is 10 log₁₀ of squares. */
  private double commonMode() {
    return chip.find(ChipKeys.REJECTION).map(ratio -> 1 / Math.sqrt(ratio)).orElse(0.0);
  }

  private PhaseNoise phase() {
    PhaseNoise.Correlation correlation = chip.get(ChipKeys.CORRELATION);
    Optional<Double> width = chip.find(ChipKeys.LINEWIDTH);
    if (width.isPresent()) {
      double loop = chip.get(ChipKeys.LOOP_TIME);
      return PhaseNoise.residual(width.get(), loop, correlation);
    }
    return chip.find(ChipKeys.PHASE_NOISE)
        .map(list -> new PhaseNoise(CoreParts.at(list, index), correlation))
        .orElse(PhaseNoise.NONE);
  }
}
