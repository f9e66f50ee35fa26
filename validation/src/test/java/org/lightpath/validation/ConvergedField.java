package org.lightpath.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lightpath.core.field.ComplexField;

/**
 * The converged output field of V12, at every eighth of 4096 samples: 512 samples carry its whole
 * bandwidth, so a relative L2 error on them is that of the full grid.
 */
final class ConvergedField {
  static final String RESOURCE = "v12-converged.csv";
  static final int SAMPLES = 512;

  private final double[] re;
  private final double[] im;

  private ConvergedField(double[] re, double[] im) {
    this.re = re;
    this.im = im;
  }

  static ConvergedField read() {
    double[] re = new double[SAMPLES];
    double[] im = new double[SAMPLES];
    List<String> rows = lines().stream().filter(line -> !line.startsWith("#")).toList();
    for (int n = 0; n < SAMPLES; n++) {
      // The pulse is even in time: rows 0 … N/2 are stored, the rest mirrors them.
      List<String> parts = List.of(rows.get(Math.min(n, SAMPLES - n)).split(",", -1));
      re[n] = Double.parseDouble(parts.get(0));
      im[n] = Double.parseDouble(parts.get(1));
    }
    return new ConvergedField(re, im);
  }

  private static List<String> lines() {
    try (InputStream stream =
        Objects.requireNonNull(ConvergedField.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file for a field of 512·m samples: header with provenance, then re,im of half the pulse.
   */
  static String format(ComplexField field) {
    int stride = field.shape().samples() / SAMPLES;
    StringBuilder text =
        new StringBuilder(
            """
            # Gaussian exp(-T^2/2) after z = 5 of dA/dz = +j/2 A_TT - j |A|^2 A (claim V12), T = -50 ... 50.
            # Made by V12NormalDispersionGaussianTest.convergedFieldIsReproduced with the reference engine
            # in double precision, N = 4096: (4 A_4000 - A_2000)/3 of 2000 and 4000 symmetric split steps.
            # Rows: re,im at T = -50 + 100 n/512 for n = 0 ... 256; the pulse is even in T.
            """);
    for (int n = 0; n <= SAMPLES / 2; n++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.17g,%.17g\n",
              field.re(0, 0, n * stride),
              field.im(0, 0, n * stride)));
    }
    return text.toString();
  }

  /** Relative L2 error of mode 0 of a field of 512·m samples. */
  double error(ComplexField field) {
    int stride = field.shape().samples() / SAMPLES;
    double difference = 0;
    double norm = 0;
    for (int n = 0; n < SAMPLES; n++) {
      double dr = field.re(0, 0, n * stride) - re[n];
      double di = field.im(0, 0, n * stride) - im[n];
      difference += dr * dr + di * di;
      norm += re[n] * re[n] + im[n] * im[n];
    }
    return Math.sqrt(difference / norm);
  }
}
