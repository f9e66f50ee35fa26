package org.lightpath.photonic.device;

/**
 * What a converter was measured at.
 *
 * @param bits resolution
 * @param sampleRate [1/s]
 * @param power [W]
 * @param area [m²]
 */
public record ConverterRating(int bits, double sampleRate, double power, double area) {
  /** Checks the numbers. */
  public ConverterRating {
    Require.count("bits", bits);
    Require.positive("sample rate", sampleRate, "1/s");
    Require.notNegative("power", power, "W");
    Require.notNegative("area", area, "m^2");
  }

  void checkWithin(String name, int wantedBits, double wantedRate) {
    Require.count("bits", wantedBits);
    Require.positive("sample rate", wantedRate, "1/s");
    if (wantedBits > bits || wantedRate > sampleRate) {
      throw new IllegalArgumentException(
          "%s: %d bit at %s/s wanted, rated for at most %d bit at %s/s; take a faster or finer one"
              .formatted(name, wantedBits, wantedRate, bits, sampleRate));
    }
  }
}
