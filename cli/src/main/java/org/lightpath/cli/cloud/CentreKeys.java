package org.lightpath.cli.cloud;

import java.util.Optional;
import org.lightpath.cli.core.CoreKeys;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of the sections {@code core} and {@code hardware}: the computing centre. */
final class CentreKeys {
  static final Key<Long> ROWS =
      Key.of("rows", Types.whole(1, 65_536, ""), "H, outputs that share one weight stream.")
          .defaultsTo("12", "Lightening-Transformer, HPCA 2024");

  static final Key<Long> COLUMNS =
      Key.of("columns", Types.whole(1, 65_536, ""), "W, outputs that share one input stream.")
          .defaultsTo("12", "Lightening-Transformer, HPCA 2024");

  static final Key<Long> CORES =
      Key.of("cores", Types.whole(1, 1_000_000, ""), "Equal cores beside one another.")
          .defaultsTo("8", "LT-B: 4 tiles of 2 cores");

  static final Key<Long> INTEGRATION =
      Key.of(
              "integrationLength",
              Types.whole(1, Integer.MAX_VALUE, "at least one term"),
              "Symbols that one readout sums at most; longer sums are read in parts and added"
                  + " digitally. A shorter sum is read when it has ended.")
          .defaultsTo("256", "assumed: about 50 ns at 5 GBd");

  static final Key<Double> CHIP_LOSS =
      Key.of(
              "loss",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "loss is 0 dB or more"),
              "Loss of the chip between fibre and diode, without its splitting to the outputs.")
          .defaultsTo("3.02 dB", "Lightening-Transformer's 4.22 dB without the modulator's 1.2 dB");

  static final Key<Double> QUANTUM =
      Key.of(
              "quantumEfficiency",
              Types.quantity(QuantityKind.RATIO).aboveUpTo(0, 1, "one electron a photon at most"),
              "Photoelectrons for each photon at the diode.")
          .defaultsTo("0.8", "1 A/W at 1550 nm, as SimPhony's detectors");

  static final Key<Double> COUPLING =
      Key.of(
              "coupling",
              Types.quantity(QuantityKind.RATIO).aboveUpTo(0, 1, "a share of power"),
              "Power coupling κ of the coupler in which both streams meet.")
          .defaultsTo("0.5", "balanced");

  static final Key<Double> PHASE_OFFSET =
      Key.of("phaseOffset", Types.quantity(QuantityKind.ANGLE), "Static phase error.")
          .defaultsTo("0 rad", "in phase");

  static final Key<Optional<Double>> RANGE =
      Key.of(
              "range",
              Types.wordOr("auto", Types.real().above(0, "a range is positive")),
              "Expected standard deviations of a readout that fit into its converter's full scale;"
                  + " auto: the largest of the calibration, for each product.")
          .defaultsTo("auto", "outputs of models have long tails");

  static final Key<Values> CORE =
      Key.of(
              "core",
              Types.section(
                  Section.named("a core", "Homodyne core in which both streams meet.")
                      .keys(ROWS, COLUMNS, CORES, INTEGRATION, CHIP_LOSS, QUANTUM)
                      .keys(COUPLING, PHASE_OFFSET)
                      .keys(CoreKeys.THERMAL, CoreKeys.DARK_CURRENT)
                      .keys(CoreKeys.ADC_BITS, RANGE)
                      .build()),
              "Time-integrating homodyne core of the computing centre, with its receivers.")
          .defaultsTo("{}", "of the size of LT-B");

  static final Key<Double> WALL_PLUG =
      Key.of(
              "wallPlugEfficiency",
              Types.quantity(QuantityKind.RATIO).aboveUpTo(0, 1, "an efficiency"),
              "Optical over electrical power of the lasers.")
          .defaultsTo("0.2", "Lightening-Transformer, HPCA 2024");

  static final Key<Double> AMPLIFIER_POWER =
      Key.of(
              "amplifierPower",
              Types.quantity(QuantityKind.POWER).atLeast(0, "a power"),
              "Electrical power of one amplifier in line, shared by the channels of the grid.")
          .defaultsTo("20 W", "assumed, typical of metropolitan EDFA cards");

  static final Key<Double> OPERATION_ENERGY =
      Key.of(
              "operationEnergy",
              Types.quantity(QuantityKind.ENERGY).atLeast(0, "an energy"),
              "Of a digital operation: activations, normalisation, sums.")
          .defaultsTo("0.1 pJ", "Lightening-Transformer, artefact");

  static final Key<Values> HARDWARE =
      Key.of(
              "hardware",
              Types.section(
                  Section.named("hardware", "What energy and time are accounted with.")
                      .keys(WALL_PLUG, AMPLIFIER_POWER, OPERATION_ENERGY)
                      .build()),
              "What energy and time are accounted with; converters, diodes, amplifiers and memory are"
                  + " those of Lightening-Transformer ('lightpath presets').")
          .defaultsTo("{}", "published parts");

  private CentreKeys() {}
}
