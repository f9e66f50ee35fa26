package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lightpath.cli.experiment.Values;
import org.lightpath.photonic.core.OperandStatistics;
import org.lightpath.photonic.core.ProductRequest;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.CoreCost;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.LaserSizing;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.TileShape;
import org.lightpath.photonic.energy.published.AlbireoPower;
import org.lightpath.photonic.energy.published.AlbireoScaling;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.LighteningPower;

/**
 * What a case costs.
 *
 * @param power by component, whose total is that of the metrics
 * @param link losses between laser and diode; empty if the source gives none
 * @param design what was evaluated; empty for a published system
 */
record CoreEnergy(EnergyBreakdown power, Optional<LinkBudget> link, Optional<CoreDesign> design) {
  /** Bits of converters where the experiment has none, so that they still cost something. */
  static final int DEFAULT_BITS = 8;

  /** Energy of a case, if hardware or an architecture is given. */
  static Optional<CoreEnergy> of(Values values, CoreParts parts, ProductRequest request) {
    Optional<Values> architecture = values.find(HardwareKeys.ARCHITECTURE);
    if (architecture.isPresent()) {
      return Optional.of(published(architecture.get(), parts));
    }
    return values.find(HardwareKeys.HARDWARE).map(keys -> designed(values, keys, parts, request));
  }

  private static int bits(CoreParts parts) {
    return parts.bits() == 0 ? DEFAULT_BITS : parts.bits();
  }

  private static CoreEnergy published(Values keys, CoreParts parts) {
    if (keys.get(HardwareKeys.NAME) == HardwareKeys.Architecture.ALBIREO) {
      AlbireoScaling scaling = AlbireoScaling.valueOf(keys.get(HardwareKeys.SCALING).name());
      return new CoreEnergy(AlbireoPower.of(scaling), Optional.empty(), Optional.empty());
    }
    int bits = bits(parts);
    LighteningDesign design =
        keys.get(HardwareKeys.VARIANT) == HardwareKeys.Variant.LARGE
            ? LighteningDesign.large(bits)
            : LighteningDesign.base(bits);
    double decibels = Decibels.ofRatio(keys.get(HardwareKeys.PUBLISHED_LINK_LOSS));
    EnergyBreakdown power = LighteningPower.of(design);
    LinkBudget link = LighteningDesign.link();
    if (decibels > 0) {
      Provenance given = Provenance.assumed("architecture.linkLoss of the experiment");
      link = link.with(new LinkBudget.Loss("further link", decibels, given));
      power =
          power.scaled(
              "%s, %s dB of link loss"
                  .formatted(design.name(), String.format(Locale.ROOT, "%.4g", decibels)),
              "laser",
              Decibels.toRatio(decibels),
              given);
    }
    return new CoreEnergy(power, Optional.of(link), Optional.empty());
  }

  private static CoreEnergy designed(
      Values values, Values keys, CoreParts parts, ProductRequest request) {
    Values modulator = values.get(CoreKeys.MODULATOR);
    TileShape tile =
        new TileShape(
            Math.toIntExact(keys.get(HardwareKeys.ROWS)),
            Math.toIntExact(keys.get(HardwareKeys.COLUMNS)),
            parts.parallel(),
            parts.steps());
    int bits = bits(parts);
    CoreDesign design =
        new CoreDesign(
            "core of this experiment",
            new CoreDesign.Array(tile, Math.toIntExact(keys.get(HardwareKeys.CORES))),
            new CoreDesign.Operation(
                values.get(CoreKeys.LIGHT).get(CoreKeys.SYMBOL_RATE),
                bits,
                parts.readoutBits() == 0 ? DEFAULT_BITS : parts.readoutBits(),
                OperationDefinition.MAC_IS_TWO_OPS),
            CoreDesign.Reuse.crossbar(tile),
            devices(bits, modulator));
    LinkBudget link = link(keys, modulator);
    // Both arms at full scale: the extinction ratio is in that light already.
    LaserSizing sizing =
        new LaserSizing(
            keys.get(HardwareKeys.WALL_PLUG),
            Double.POSITIVE_INFINITY,
            (double) tile.rows() * tile.columns());
    double received =
        parts.receivedPower()
            * fullScale(parts, request, modulator)
            / keys.get(HardwareKeys.QUANTUM);
    double laser = link.laserElectricalPower(received, sizing);
    return new CoreEnergy(
        CoreCost.evaluate(design, laser, keys.get(HardwareKeys.MEMORY)),
        Optional.of(link),
        Optional.of(design));
  }

  /**
   * Light of both lasers behind open modulators over the mean light that is detected: modulators
   * dim what they encode, 1/E x² for the inputs' share and 1/E w² for the weights'.
   */
  private static double fullScale(CoreParts parts, ProductRequest request, Values modulator) {
    double dark = 1 / modulator.find(CoreKeys.EXTINCTION).orElse(Double.POSITIVE_INFINITY);
    OperandStatistics operands = request.range().statistics();
    double left = operands.leftSquare() + (1 - operands.leftSquare()) * dark;
    double right = operands.rightSquare() + (1 - operands.rightSquare()) * dark;
    double share = parts.light().leftShare();
    return share / left + (1 - share) / right;
  }

  /** Those of Lightening-Transformer; another modulator keeps its two routing rings. */
  private static CoreDesign.Parts devices(int bits, Values modulator) {
    CoreDesign.Parts parts = LighteningDesign.base(bits).core().parts();
    return modulator
        .find(CoreKeys.ENERGY_PER_SYMBOL)
        .map(energy -> new ModulatorDrive(energy, parts.modulator().staticPower()))
        .map(drive -> new CoreDesign.Parts(drive, parts.dac(), parts.readout()))
        .orElse(parts);
  }

  /** Losses of Lightening-Transformer, with the loss of the modulator that the experiment has. */
  private static List<LinkBudget.Loss> standard(Values modulator, Provenance given) {
    List<LinkBudget.Loss> losses = new ArrayList<>(LighteningDesign.link().losses());
    modulator
        .find(CoreKeys.INSERTION_LOSS)
        .ifPresent(
            ratio ->
                losses.replaceAll(
                    loss ->
                        loss.name().equals(MachZehnderModulator.LT_MZM.name())
                            ? new LinkBudget.Loss("modulator", Decibels.ofRatio(ratio), given)
                            : loss));
    return losses;
  }

  private static LinkBudget link(Values keys, Values modulator) {
    Provenance given = Provenance.assumed("given by the experiment");
    List<LinkBudget.Loss> losses = standard(modulator, given);
    Optional<List<Values>> own = keys.find(HardwareKeys.LOSSES);
    if (own.isPresent()) {
      losses.clear();
      own.get()
          .forEach(
              one ->
                  losses.add(
                      new LinkBudget.Loss(
                          one.get(HardwareKeys.ELEMENT),
                          Decibels.ofRatio(one.get(HardwareKeys.LOSS)),
                          given)));
    }
    double further = Decibels.ofRatio(keys.get(HardwareKeys.LINK_LOSS));
    if (further > 0) {
      losses.add(new LinkBudget.Loss("further link", further, given));
    }
    return LinkBudget.of(losses);
  }
}
