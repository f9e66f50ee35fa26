package org.lightpath.cli.link;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.core.quantity.QuantityKind;
import org.lightpath.fiber.transceiver.ModulationFormat;
import org.lightpath.fiber.transceiver.Polarisations;

/** Keys of the transmitter. */
final class TransmitterKeys {
  static final Key<Long> CHANNELS =
      Key.of("channels", Types.whole(1, 10_000, "at least one channel"), "Number of WDM channels.")
          .defaultsTo("1", "a single channel");

  static final Key<Double> SPACING =
      Key.of(
              "spacing",
              Types.quantity(QuantityKind.FREQUENCY)
                  .above(0, "channels stand apart")
                  .usually(1e9, 1e12),
              "Distance of neighbouring channels.")
          .defaultsTo("50 GHz", "ITU-T G.694.1 grid");

  static final Key<Double> SYMBOL_RATE =
      Key.of(
              "symbolRate",
              Types.quantity(QuantityKind.SYMBOL_RATE)
                  .above(0, "symbols are sent")
                  .usually(1e9, 200e9),
              "Symbol rate of each channel.")
          .require();

  static final Key<String> FORMAT =
      Key.of(
              "format",
              Types.words(
                  Arrays.stream(ModulationFormat.values()).map(ModulationFormat::label).toList()),
              "Modulation format; gaussian sends circular Gaussian symbols.")
          .require();

  static final Key<Double> ROLL_OFF =
      Key.of(
              "rollOff",
              Types.real().between(0, 1, "a root-raised cosine has a roll-off up to 1"),
              "Roll-off of the root-raised-cosine pulses; 0 is a rectangular spectrum.")
          .defaultsTo("0.1", "typical of coherent transceivers");

  static final Key<Long> TAPS =
      Key.of(
          "taps",
          Types.whole(2, 1L << 24, ""),
          "Cuts the pulses to this many samples, as published tutorials do; default exact pulses.");

  static final Key<List<Double>> POWER =
      Key.of(
              "power",
              Types.oneOrMany(
                  Types.quantity(QuantityKind.POWER).above(0, "light is sent").usually(1e-6, 1)),
              "Launch power of each channel, both polarisations together; a list makes a batch.")
          .require();

  static final Key<List<Double>> POWER_OFFSETS =
      Key.of(
          "powerOffsets",
          Types.list(Types.quantity(QuantityKind.RATIO).above(0, "a ratio of powers is positive")),
          "Power of each channel relative to 'power', one for each channel; default all equal.");

  static final Key<Long> SYMBOLS =
      Key.of(
              "symbols",
              Types.whole(2, 1L << 24, "a transform needs 2^a·3^b·5^c·7^d symbols"),
              "Symbols of each channel and polarisation, 2^a·3^b·5^c·7^d.")
          .defaultsTo("4096", "fixes the SNR within about 0.1 dB");

  static final Key<Long> SAMPLES_PER_SYMBOL =
      Key.of(
              "samplesPerSymbol",
              Types.whole(1, 4096, ""),
              "Samples of the field for each symbol; the simulated bandwidth is this times the"
                  + " symbol rate and must hold all channels.")
          .require();

  static final Key<Double> LINEWIDTH =
      Key.of(
              "linewidth",
              Types.quantity(QuantityKind.FREQUENCY)
                  .atLeast(0, "a linewidth is not negative")
                  .usually(0, 1e8),
              "Linewidth of the lasers of transmitter and receiver together.")
          .defaultsTo("0 Hz", "ideal lasers");

  static final Key<Double> FREQUENCY_OFFSET =
      Key.of(
              "frequencyOffset",
              Types.quantity(QuantityKind.FREQUENCY),
              "Frequency error of the lasers, which the receiver does not know.")
          .defaultsTo("0 Hz", "ideal lasers");

  static final Key<Polarisations> POLARISATIONS =
      Key.of(
              "polarisations",
              Types.choice(Polarisations.class),
              "dual sends in both polarisations, single in one of two, scalar solves one only.")
          .defaultsTo("dual", "what coherent systems use");

  static final Key<Double> WAVELENGTH =
      Key.of(
              "wavelength",
              Types.quantity(QuantityKind.WAVELENGTH)
                  .above(0, "a wavelength is positive")
                  .usually(600e-9, 2500e-9),
              "Vacuum wavelength of the middle of the comb.")
          .defaultsTo("1550 nm", "middle of the C band");

  static final Section SECTION =
      Section.named("a transmitter", "WDM transmitter.")
          .keys(CHANNELS, SPACING, SYMBOL_RATE, FORMAT, ROLL_OFF, TAPS, POWER, POWER_OFFSETS)
          .keys(SYMBOLS, SAMPLES_PER_SYMBOL, LINEWIDTH, FREQUENCY_OFFSET)
          .keys(POLARISATIONS, WAVELENGTH)
          .build();

  private TransmitterKeys() {}
}
