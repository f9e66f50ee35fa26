package org.lightpath.cli.core;

import java.util.EnumSet;
import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of what a core is built of, for energy and throughput. */
final class HardwareKeys {
  /** Published architectures. */
  enum Architecture {
    LIGHTENING_TRANSFORMER,
    ALBIREO
  }

  /** Sizes of Lightening-Transformer. */
  enum Variant {
    BASE,
    LARGE
  }

  /** Generations of Albireo. */
  enum Scaling {
    CONSERVATIVE,
    MODERATE,
    AGGRESSIVE
  }

  static final Key<Long> ROWS =
      Key.of("rows", Types.whole(1, 65_536, ""), "H, outputs that share one modulated weight.")
          .defaultsTo("12", "Lightening-Transformer, HPCA 2024");

  static final Key<Long> COLUMNS =
      Key.of("columns", Types.whole(1, 65_536, ""), "W, outputs that share one modulated input.")
          .defaultsTo("12", "Lightening-Transformer, HPCA 2024");

  static final Key<Long> CORES =
      Key.of("cores", Types.whole(1, 1_000_000, ""), "Equal cores beside one another.")
          .defaultsTo("1", "one core");

  static final Key<Double> WALL_PLUG =
      Key.of(
              "wallPlugEfficiency",
              Types.quantity(QuantityKind.RATIO).above(0, "an efficiency"),
              "Optical over electrical power of the laser.")
          .defaultsTo("0.2", "Lightening-Transformer, HPCA 2024");

  static final Key<Double> QUANTUM =
      Key.of(
              "quantumEfficiency",
              Types.quantity(QuantityKind.RATIO).above(0, "an efficiency"),
              "Photoelectrons for each photon at the diode.")
          .defaultsTo("0.8", "1 A/W at 1550 nm, as SimPhony's detectors");

  static final Key<String> ELEMENT =
      Key.of("element", Types.text("a name"), "What loses light.").require();

  static final Key<Double> LOSS =
      Key.of(
              "loss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "How much.")
          .require();

  static final Key<List<Values>> LOSSES =
      Key.of(
          "losses",
          Types.list(
              Types.section(
                  Section.named("a loss", "One element between laser and diode.")
                      .keys(ELEMENT, LOSS)
                      .build())),
          "Elements between laser and diode; default: those of Lightening-Transformer, 4.22 dB.");

  static final Key<Double> LINK_LOSS =
      Key.of(
              "linkLoss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "Further loss between laser and diode, for instance of a fibre network.")
          .defaultsTo("0 dB", "laser beside the core");

  static final Key<Double> MEMORY =
      Key.of(
              "memoryEnergy",
              Types.quantity(QuantityKind.ENERGY).atLeast(0, "an energy"),
              "Energy of memory access for each multiply-accumulate.")
          .defaultsTo("0 fJ", "not counted: depends on the network that runs");

  static final Key<Values> HARDWARE =
      Key.of(
          "hardware",
          Types.section(
              Section.named("hardware", "What the core is built of, for energy and throughput.")
                  .keys(ROWS, COLUMNS, CORES, WALL_PLUG, QUANTUM, LOSSES, LINK_LOSS, MEMORY)
                  .build()),
          "What the core is built of; converters, diodes, amplifiers and, unless modulator says"
              + " otherwise, modulators are those of Lightening-Transformer. Needs light.photonsPerMac. Default: no energy.");

  static final Key<Architecture> NAME =
      Key.of(
              "name",
              Types.choice(Architecture.class),
              "lightening-transformer (HPCA 2024) or albireo (ISCA 2021).")
          .require();

  static final Key<Variant> VARIANT =
      Key.of("variant", Types.choice(Variant.class), "LT-B (base) or LT-L (large).")
          .defaultsTo("base", "the smaller");

  static final Key<Scaling> SCALING =
      Key.of(
              "scaling",
              Types.choice(Scaling.class),
              "Generation whose energy the metrics give; the table has all.")
          .defaultsTo("conservative", "first of the published table");

  static final Key<Double> PUBLISHED_LINK_LOSS =
      Key.of(
              "linkLoss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "Further loss between laser and diode, made up by the laser.")
          .defaultsTo("0 dB", "as published");

  static final Key<Values> ARCHITECTURE =
      Key.of(
          "architecture",
          Types.section(
              Section.named("an architecture", "A published system, computed as its authors do.")
                  .keys(NAME, VARIANT, SCALING, PUBLISHED_LINK_LOSS)
                  .usedFor(
                      NAME,
                      EnumSet.of(Architecture.LIGHTENING_TRANSFORMER),
                      VARIANT,
                      PUBLISHED_LINK_LOSS)
                  .usedFor(NAME, EnumSet.of(Architecture.ALBIREO), SCALING)
                  .build()),
          "A published system: its energy tables beside ours, in place of hardware. The bits of"
              + " Lightening-Transformer are modulator.bits.");

  private HardwareKeys() {}
}
