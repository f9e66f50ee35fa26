package org.lightpath.fiber.transceiver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a symbol can be. Every format has unit mean energy, E|x|² = 1. */
public enum ModulationFormat {
  /** Quadrature phase-shift keying, 2 bits per symbol. */
  QPSK("QPSK", 2),
  /** Square 16-QAM, 4 bits per symbol. */
  QAM16("16QAM", 4),
  /** Square 64-QAM, 6 bits per symbol. */
  QAM64("64QAM", 6),
  /**
   * Circular Gaussian symbols, which the GN model assumes. They carry no bits: SNR, but no BER and
   * no GMI.
   */
  GAUSSIAN("gaussian", 0);

  private final String label;
  private final int bits;

  ModulationFormat(String label, int bits) {
    this.label = label;
    this.bits = bits;
  }

  /** Name in experiment files and reports. */
  public String label() {
    return label;
  }

  /** Bits m per symbol and polarisation; 0 for Gaussian symbols. */
  public int bitsPerSymbol() {
    return bits;
  }

  /** Whether symbols come from a finite constellation, so that they carry bits. */
  public boolean isDiscrete() {
    return bits > 0;
  }

  /**
   * Constellation of a discrete format.
   *
   * @throws IllegalStateException for Gaussian symbols
   */
  public Constellation constellation() {
    if (!isDiscrete()) {
      throw new IllegalStateException(
          "format '%s' has no constellation: its symbols are continuous".formatted(label));
    }
    return Constellation.squareQam(bits);
  }

  /**
   * The format of a name, whatever its case; "-" and "PDM-" or "DP-" prefixes are ignored, so that
   * "DP-16-QAM" is 16QAM.
   *
   * @throws IllegalArgumentException for an unknown name, with the nearest known one
   */
  public static ModulationFormat named(String name) {
    String wanted = normalise(name).replaceFirst("^(PDM|PM|DP)", "");
    for (ModulationFormat format : values()) {
      if (normalise(format.label).equals(wanted)) {
        return format;
      }
    }
    ModulationFormat nearest =
        Arrays.stream(values())
            .min(Comparator.comparingInt(f -> editDistance(normalise(f.label), wanted)))
            .orElseThrow();
    String known =
        Arrays.stream(values()).map(ModulationFormat::label).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "modulation format '%s' is unknown; did you mean '%s'? Known formats: %s"
            .formatted(name, nearest.label, known));
  }

  private static String normalise(String name) {
    return name.replaceAll("[-_ ]", "").toUpperCase(Locale.ROOT);
  }

  /** Levenshtein distance. */
  private static int editDistance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
