package org.lightpath.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lightpath.cli.figure.Numbers;

/** Names and meanings of the metrics in {@code summary.json}. */
final class MetricCatalogue {
  /**
   * What is said of a metric.
   *
   * @param label its name in words
   * @param meaning what it says
   */
  record Entry(String label, String meaning) {}

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  /** What a link also has, of a core. */
  private static final Map<String, Entry> CORE =
      Map.of(
          "snr_dB",
          new Entry(
              "SNR", "power of the digital product over power of the error, gain not removed"),
          "receivedPower_dBm",
          new Entry(
              "Received power",
              "mean light on the diodes of one output, one photoelectron for each photon; of a mesh,"
                  + " launched"),
          "gain_rel",
          new Entry("Gain", "slope of the outputs over the digital product"),
          "snrGainRemoved_dB",
          new Entry(
              "SNR, gain removed",
              "gain and offset of all outputs together removed, as after a calibration"),
          "rawError_rel",
          new Entry("Relative error, raw", "of the same chip without its crosstalk compensated"),
          "power_W",
          new Entry("Electrical power", "of all cores, laser by its wall plug"));

  private static final Map<String, String> UNITS =
      Map.of(
          "rel",
          "",
          "abs",
          "",
          "MACPerS",
          "MAC/s",
          "mWPerTops",
          "mW/TOPS",
          "bytes",
          "B",
          "Kelvin",
          "K");

  static {
    pulse();
    edges();
    link();
    core();
    time();
    mesh();
  }

  private MetricCatalogue() {}

  private static void add(String key, String label, String meaning) {
    ENTRIES.put(key, new Entry(label, meaning));
  }

  private static void pulse() {
    add("peakPower_W", "Peak power", "highest |A|² at the output");
    add("fwhm_s", "Pulse width", "full width at half of the peak power, at the output");
    add("energy_J", "Pulse energy", "integral of |A|² over the time window, at the output");
    add(
        "energyError_rel",
        "Energy balance error",
        "relative change of energy beyond loss and gain; rounding alone is left in a good run");
    add(
        "photonNumberError_rel",
        "Photon number error",
        "relative change of the photon number; without self-steepening energy is conserved, not photons");
    add(
        "spectralPeak_Hz",
        "Spectral peak",
        "offset of the strongest spectral component from the carrier");
    add("timeOfPeak_s", "Time of the peak", "in the frame that moves with the carrier's group");
    add("band20dBLow_m", "−20 dB band, short end", "shortest wavelength within 20 dB of the peak");
    add("band20dBHigh_m", "−20 dB band, long end", "longest wavelength within 20 dB of the peak");
    add(
        "referenceError_rel",
        "Error against the closed form",
        "relative deviation from the closed form: of the output field, or of the seeded sideband's"
            + " power for modulation instability");
  }

  private static void edges() {
    add("sidebandPower_W", "Sideband power", "power of the seeded sideband at the output");
    add("sidebandGain", "Sideband gain", "power of the seeded sideband, output over launch");
    add(
        "referenceSidebandGain",
        "Sideband gain, closed form",
        "1 + (γP₀)² sinh²(sz)/s², cosh²(γP₀z) where it is largest");
    add("rmsWidth_s", "RMS width", "standard deviation of |A|² over time, at the output");
    add("rmsBandwidth_Hz", "RMS bandwidth", "standard deviation of the spectral density");
    add(
        "edgePower_rel",
        "Power at the window's edge",
        "over the peak; more than a trace wraps round");
    add(
        "edgeSpectrum_rel",
        "Spectrum at the band's edge",
        "over the peak; more than a trace aliases");
    add("berUpperBound", "Bit error ratio, upper bound", "95 % confidence, from the bits counted");
  }

  private static void link() {
    add(
        "launchPower_dBm",
        "Launch power",
        "per channel, both polarisations, into the first span, and into each where gain makes up for"
            + " loss");
    add("receivedPower_dBm", "Received power", "centre channel, both polarisations, as it arrives");
    add("snr_dB", "SNR, centre channel", "symbol energy over error energy after the receiver");
    add("snrMin_dB", "SNR, worst channel", "lowest of all channels");
    add(
        "gnSnr_dB",
        "SNR by the GN model",
        "closed form, ASE and nonlinear interference, where the model holds");
    add(
        "ber",
        "Bit error ratio",
        "centre channel, counted before any forward error correction; < if no error was counted");
    add(
        "gmi_bit",
        "GMI",
        "generalised mutual information, bit per symbol and polarisation, centre channel");
    add(
        "osnr_dB",
        "OSNR",
        "signal over ASE in 12.5 GHz (0.1 nm), both polarisations, at the channel's frequency"
            + " behind all filters");
    add(
        "stepError_rel",
        "Step error",
        "estimated relative error of the field that the step plan leaves");
    add("q_dB", "Q factor", "from the bit error ratio, 20 log₁₀ Q");
    add("evm_rel", "Error vector magnitude", "root mean square error over root mean square symbol");
  }

  private static void core() {
    add("relativeError", "Relative error", "rms error of the outputs over their rms");
    add("enob_bit", "ENOB", "effective number of bits, (SNR − 1.76 dB)/6.02 dB");
    add("bias_rel", "Bias", "mean error over the outputs' rms");
    add(
        "quantumLimit_rel",
        "Quantum limit",
        "relative error by the shot noise of this core's light alone; 1/√n for a homodyne core with n"
            + " photons per multiplication");
    add("photonsPerMac", "Photons per MAC", "detected, of both arms, for each multiplication");
    add(
        "energyPerMac_J",
        "Energy per MAC",
        "of all components of the core, laser by its wall plug, for each multiply-accumulate");
    add(
        "powerEfficiency_mWPerTops",
        "Power efficiency",
        "1 mW/TOPS is 1 fJ for each operation; what one operation is: see the model");
    add(
        "throughput_MACPerS",
        "Throughput of the core",
        "multiply-accumulate operations of the simulated hardware per second");
    add(
        "simulationRate_MACPerS",
        "Simulation rate",
        "multiply-accumulate operations simulated here per second, noise included");
  }

  private static void time() {
    add("latency_s", "Time of the product", "in the core, block by block; operands keep up");
    add("utilisation_rel", "Utilisation", "of the core's multipliers in that time");
  }

  private static void mesh() {
    add("fidelity", "Fidelity", "|Tr U†V|²/N², mean over the chips");
    add(
        "amplitudeError_rel",
        "Amplitude error",
        "‖V − U‖/√N (Frobenius), root mean square over the chips");
    add("fidelityReck", "Fidelity, triangular", "of the triangular layout");
    add("amplitudeErrorReck_rel", "Amplitude error, triangular", "of the triangular layout");
    add("insertionLossReck_dB", "Insertion loss, triangular", "of the triangular layout");
    add(
        "decompositionErrorReck_abs",
        "Decomposition error, triangular",
        "of the triangular layout");
    add("insertionLoss_dB", "Insertion loss", "mean over inputs and chips");
    add(
        "fidelityLossRemoved",
        "Fidelity, loss removed",
        "|Tr U†V|²/(N Tr V†V): a loss common to all paths does not count");
    add(
        "decompositionError_abs",
        "Decomposition error",
        "largest modulus of rebuilt minus wanted element, without errors of the chip");
  }

  /**
   * The metric {@code key}.
   *
   * @param kind of the experiment: some names mean the same of other things
   * @param cases all metrics of each case; a case without this one gets a dash
   */
  static Metric describe(String kind, String key, List<Map<String, Double>> cases) {
    Map<String, Entry> own =
        switch (kind) {
          case "core" -> CORE;
          case "cloud" -> CloudMetrics.ENTRIES;
          default -> Map.<String, Entry>of();
        };
    Entry entry = own.containsKey(key) ? own.get(key) : ENTRIES.get(key);
    String label = entry == null ? words(key) : entry.label();
    String meaning = entry == null ? "" : entry.meaning();
    return new Metric(key, label, cases.stream().map(one -> value(key, one)).toList(), meaning);
  }

  private static String value(String key, Map<String, Double> metrics) {
    double value = metrics.getOrDefault(key, Double.NaN);
    if (key.equals("ber")) {
      return bitErrors(value, metrics.getOrDefault("berUpperBound", Double.NaN), 4);
    }
    if (key.startsWith("band20dB") && Double.isFinite(value)) {
      // Fibre optics speaks of nanometres, also above a thousand; a picometre is 125 MHz.
      return Numbers.significant(value * 1e9, 7) + "\u00a0nm";
    }
    return key.equals("berUpperBound")
        ? Numbers.scientific(value, 4)
        : Numbers.quantity(value, unit(key), key.equals("spectralPeak_Hz") ? 6 : 4);
  }

  /** A bit error ratio as counted; where none was counted, what it is below. */
  static String bitErrors(double ratio, double upperBound, int digits) {
    if (ratio != 0) {
      return Numbers.scientific(ratio, digits);
    }
    return Double.isFinite(upperBound)
        ? "<\u00a0" + Numbers.scientific(upperBound, 2)
        : "none counted";
  }

  /** {@code text} with its first letter large. */
  static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The unit at the end of a name, as it is written. */
  static String unit(String key) {
    int at = key.lastIndexOf('_');
    String suffix = at < 0 ? "" : key.substring(at + 1);
    return UNITS.getOrDefault(suffix, suffix);
  }

  /** A name such as {@code spectralPeak_Hz} in words: "spectral peak". */
  static String words(String key) {
    int at = key.lastIndexOf('_');
    String name = at < 0 ? key : key.substring(0, at);
    String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return spaced.isEmpty() ? key : capitalised(spaced);
  }
}
