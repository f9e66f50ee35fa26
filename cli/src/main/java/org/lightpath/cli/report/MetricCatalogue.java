package org.lightpath.cli.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lightpath.cli.figure.Numbers;

/** Names and meanings of the metrics in {@code summary.json}. */
final class MetricCatalogue {
  private record Entry(String label, String meaning) {}

  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
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
    add("ber", "Bit error ratio", "centre channel, counted before any forward error correction");
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

  /** The metric {@code key} with value {@code value}. */
  static Metric describe(String key, double value) {
    Entry entry = ENTRIES.get(key);
    String label = entry == null ? words(key) : entry.label();
    String meaning = entry == null ? "" : entry.meaning();
    return new Metric(key, label, value(key, value), meaning);
  }

  private static String value(String key, double value) {
    if (key.equals("ber") && value == 0) {
      return "no errors counted";
    }
    if (key.startsWith("band20dB")) {
      // Fibre optics speaks of nanometres, also above a thousand.
      return Numbers.significant(value * 1e9, 5) + "\u00a0nm";
    }
    return Numbers.quantity(value, unit(key), key.equals("spectralPeak_Hz") ? 6 : 4);
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
    return spaced.isEmpty()
        ? key
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
