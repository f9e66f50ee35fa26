package org.lightpath.cli.report;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.cli.report.MetricCatalogue.Entry;

/** Names and meanings of the metrics of a model that light executes over a network. */
final class CloudMetrics {
  /** By name in {@code summary.json}. */
  static final Map<String, Entry> ENTRIES = entries();

  private CloudMetrics() {}

  private static Map<String, Entry> entries() {
    Map<String, Entry> all = new HashMap<>();
    images(all);
    classes(all);
    language(all);
    layers(all);
    cost(all);
    network(all);
    compared(all);
    return Map.copyOf(all);
  }

  private static void add(Map<String, Entry> all, String key, String label, String meaning) {
    all.put(key, new Entry(label, meaning));
  }

  private static void images(Map<String, Entry> all) {
    add(
        all,
        "psnr_dB",
        "PSNR",
        "peak signal-to-noise ratio of the optical against the digital images,"
            + " 10 log₁₀(1/mean square difference) for values from 0 to 1");
    add(
        all,
        "ssim",
        "SSIM",
        "structural similarity of the optical and the digital images, 1 for the same image");
    add(
        all,
        "frechetDistance",
        "Fréchet distance, optical",
        "between Gaussians fitted to the features of optical images and of reference data; lower is"
            + " better");
    add(
        all,
        "frechetDistanceDigital",
        "Fréchet distance, digital",
        "the same of the digital images: what the model itself leaves");
  }

  private static void classes(Map<String, Entry> all) {
    add(
        all,
        "classAccuracy",
        "Class accuracy, optical",
        "share of the optical results in the class that was asked for, or that is true");
    add(
        all,
        "classAccuracyDigital",
        "Class accuracy, digital",
        "the same of the digital results: what the model itself reaches");
    add(
        all,
        "classAgreement",
        "Class agreement",
        "share of the samples whose optical and digital results are of one class");
  }

  private static void language(Map<String, Entry> all) {
    add(
        all,
        "perplexity",
        "Perplexity, optical",
        "exponential of the mean negative logarithm of the probability of each next token");
    add(
        all,
        "perplexityDigital",
        "Perplexity, digital",
        "the same of the digital model on the same text");
    add(
        all,
        "top1Agreement",
        "Agreement of the best token",
        "share of the positions where optical and digital model hold the same token for the likeliest");
    add(
        all,
        "klDivergence_nat",
        "Divergence of the next token",
        "mean Kullback–Leibler divergence of the optical from the digital distribution");
  }

  private static void layers(Map<String, Entry> all) {
    add(
        all,
        "meanLayerSnr_dB",
        "SNR of the layers, mean",
        "mean over the optical layers, in decibels, each against the digital product of its operands");
    add(
        all,
        "minLayerSnr_dB",
        "SNR of the layers, lowest",
        "of the optical layer with the largest error");
    add(all, "macs", "Multiply-accumulates", "of one inference, all layers");
    add(
        all,
        "opticalMacFraction",
        "Share executed by light",
        "optical multiply-accumulates over all of the model");
  }

  private static void cost(Map<String, Entry> all) {
    add(
        all,
        "energyPerInference_J",
        "Energy per inference",
        "of one sample in a batch of model.batch that shares its streams of weights; all components on"
            + " both sides of the fibre, laser by its wall plug; lasers, receivers and amplifiers spend"
            + " only while the core is lit, waiting is free");
    add(
        all,
        "powerEfficiency_mWPerTops",
        "Power efficiency, core",
        "lasers with the loss of their links, modulators, converters and receivers, over what light"
            + " multiplies, without amplifiers in line, memory and processor; 1 mW/TOPS is 1 fJ for each operation, a multiply-accumulate is"
            + " two unless the table of baselines says otherwise");
    add(
        all,
        "systemEfficiency_mWPerTops",
        "Power efficiency, system",
        "core, memory, digital operators and network together, over all products of the model");
    add(
        all,
        "latency_s",
        "Latency",
        "of one batch of model.batch samples alone on the system, from the simulated edge node and back");
    add(all, "fiberLatency_s", "Latency, in fibre", "of it, travel time of the light");
    add(
        all,
        "latencyP99_s",
        "Latency, 99th percentile",
        "under load: 99 % of the requests, each for one sample, are answered within it, waiting"
            + " included");
  }

  private static void compared(Map<String, Entry> all) {
    add(all, "imageCosine", "Image cosine", "cosine between all optical and digital pixels");
    add(
        all,
        "featureDistance",
        "Feature distance",
        "1 − cosine between the classifier's features of optical and digital images, mean");
    add(all, "outputSnr_dB", "SNR of the outputs", "power of the digital outputs over the error");
    add(all, "outputCosine", "Output cosine", "cosine between optical and digital outputs");
    add(
        all,
        "crossEntropy_nat",
        "Cross-entropy, optical",
        "−ln of the probability of the right token, mean");
    add(all, "crossEntropyDigital_nat", "Cross-entropy, digital", "the same of the digital model");
    add(
        all,
        "topOneAgreement",
        "Top-1 agreement",
        "share of positions with the same likeliest token");
    add(
        all,
        "topOneAccuracy",
        "Top-1 accuracy",
        "share of positions whose likeliest token is right");
    add(
        all,
        "firstDivergentToken",
        "First divergent token",
        "where the greedy texts part, counted from 0 after the prompt");
  }

  private static void network(Map<String, Entry> all) {
    add(all, "requestsPerS", "Requests per second", "answered under load, all nodes together");
    add(
        all,
        "centreUtilisation_rel",
        "Utilisation of the centre",
        "share of the time in which the computing centre works");
    add(all, "samplesPerS", "Samples per second", "simulated here, not of the simulated hardware");
    add(
        all,
        "digitalSamplesPerS",
        "Samples per second, digital",
        "of the digital run on the same engine");
    add(
        all,
        "osnrMin_dB",
        "OSNR, worst path",
        "lowest of all paths, signal over ASE in 12.5 GHz (0.1 nm) before the amplifier of"
            + " light.centreGain");
    add(
        all,
        "marginMin_dB",
        "Margin, worst path",
        "lowest of all paths: what arrives, power or OSNR with nonlinear interference, over what is"
            + " required, before the amplifier of light.centreGain");
  }
}
