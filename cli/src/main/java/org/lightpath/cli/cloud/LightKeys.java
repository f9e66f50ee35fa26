package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of the section {@code light}: how symbols are sent, and how they cross the fibres. */
final class LightKeys {
  static final Key<List<Double>> LAUNCH =
      Key.of(
              "launchPower",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.POWER)
                      .above(0, "a power is positive")
                      .usually(1e-6, 0.1)),
              "Power of a channel while its symbols are at full scale, in front of the node's add"
                  + " port. A list makes cases.")
          .defaultsTo("0 dBm", "assumed, as GNPy's default spectrum");

  static final Key<Double> SYMBOL_RATE =
      Key.of(
              "symbolRate",
              Types.quantity(QuantityKind.SYMBOL_RATE).above(0, "a rate is positive"),
              "Symbols of each stream per second: the clock of the core.")
          .defaultsTo("5 GBd", "Lightening-Transformer, HPCA 2024");

  static final Key<Double> LINEWIDTH =
      Key.of(
              "linewidth",
              Types.quantity(QuantityKind.FREQUENCY).atLeast(0, "a width"),
              "Linewidth of the laser of each stream.")
          .defaultsTo("100 kHz", "assumed, typical of external-cavity lasers");

  static final Key<Double> LOOP_TIME =
      Key.of(
              "loopTime",
              Types.quantity(QuantityKind.TIME).atLeast(0, "a time"),
              "Time after which carrier recovery has followed a laser's phase; it leaves a variance of"
                  + " 2πΔντ of each laser.")
          .defaultsTo("10 ns", "assumed: a loop of some ten megahertz");

  static final Key<Double> SKEW =
      Key.of(
              "skew",
              Types.quantity(QuantityKind.TIME),
              "Delay of the weights' stream that timing calibration leaves, at most one symbol.")
          .defaultsTo("0 s", "in step");

  static final Key<Long> NEIGHBOURS =
      Key.of(
              "neighbours",
              Types.whole(0, 40, "channels"),
              "Lit channels above and as many below each stream, with random values.")
          .defaultsTo("1", "nearest neighbours matter most");

  static final Key<Long> POLARISATIONS =
      Key.of(
              "polarisations",
              Types.whole(1, 2, "light has two"),
              "Polarisations that are lit; 2 solves the Manakov equation.")
          .defaultsTo("1", "the streams' own");

  static final Key<Long> SAMPLES =
      Key.of(
          "samplesPerSymbol",
          Types.whole(4, 64, "a waveform has samples"),
          "Samples of the waveform for each symbol. Default: the fewest multiple of 8 whose band"
              + " holds all channels.");

  static final Key<Long> WINDOW =
      Key.of("window", Types.whole(16, 65_536, "symbols"), "Symbols of one simulated window.")
          .defaultsTo("256", "4096 samples at 16 for each symbol");

  static final Key<Long> GUARD =
      Key.of(
              "guard",
              Types.whole(2, 4096, "symbols"),
              "Symbols at each end of a window that are simulated and thrown away.")
          .defaultsTo("16", "longer than dispersion spreads a symbol");

  static final Key<Double> FILTER =
      Key.of(
          "demultiplexer",
          Types.quantity(QuantityKind.FREQUENCY).above(0, "a filter passes something"),
          "Full width at half power of the filter in front of the core. Default: three"
              + " quarters of the grid spacing, or six symbol rates if that is less.");

  static final Key<Boolean> COMPENSATED =
      Key.of(
              "compensated",
              Types.flag(),
              "Whether dispersion-compensating fibre, with an amplifier, stands before the core:"
                  + " light is multiplied as it comes, no processing can undo dispersion.")
          .defaultsTo("true", "needed at more than some GBd and kilometres");

  static final Key<Double> RESIDUAL =
      Key.of(
              "residualLength",
              Types.quantity(QuantityKind.LENGTH),
              "Length of standard fibre whose dispersion compensation leaves.")
          .defaultsTo("0 km", "exact at the middle of the grid");

  static final Key<Double> RECEIVER_GAIN =
      Key.of(
              "centreGain",
              Types.quantity(QuantityKind.RATIO).atLeast(1, "an amplifier amplifies"),
              "Gain of an amplifier in front of the core, for each stream: light is split to many"
                  + " outputs there. 0 dB for none.")
          .defaultsTo("0 dB", "no amplifier");

  static final Key<Double> CENTRE_NOISE =
      Key.of(
              "centreNoiseFigure",
              Types.quantity(QuantityKind.RATIO).above(0, "a positive ratio"),
              "Noise figure of the amplifiers at the centre, also of that behind compensating"
                  + " fibre.")
          .defaultsTo("5 dB", "preset edfa");

  static final Key<Double> PHASE_STEP =
      Key.of(
              "nonlinearPhaseStep",
              Types.quantity(QuantityKind.ANGLE).above(0, "a step turns the phase"),
              "Nonlinear phase of a step of the propagation at the peak power.")
          .defaultsTo("0.05 rad", "its error is estimated in every run");

  static final Key<Long> TRAINING =
      Key.of(
              "trainingSymbols",
              Types.whole(1000, 100_000_000, "enough for a variance"),
              "Symbols of the waveforms that the behavioural level is fitted from.")
          .defaultsTo("20000", "a standard error of 0.04 dB of a noise variance");

  static final Key<Values> LIGHT =
      Key.of(
              "light",
              Types.section(
                  Section.named("light", "How symbols are sent, and how they cross the fibres.")
                      .keys(LAUNCH, SYMBOL_RATE, LINEWIDTH, LOOP_TIME, SKEW)
                      .keys(NEIGHBOURS, POLARISATIONS, SAMPLES, WINDOW, GUARD)
                      .keys(
                          FILTER,
                          COMPENSATED,
                          RESIDUAL,
                          RECEIVER_GAIN,
                          CENTRE_NOISE,
                          PHASE_STEP,
                          TRAINING)
                      .build()),
              "How symbols are sent, and how they cross the fibres.")
          .defaultsTo("{}", "0 dBm at 5 GBd");

  private LightKeys() {}
}
