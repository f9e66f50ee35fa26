package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          25e-15,       s,    25 fs
          999.96e-15,   s,    1 ps
          -2.346,       dBm,  −2.35 dBm
          -0.001,       dB,   0.00 dB
          80000,        m,    80 km
          193.4145e12,  Hz,   193.4 THz
          1.84e-12,     J,    1.84 pJ
          0,            W,    0 W
          -1.396e-24,   s,    −1.396 × 10⁻²⁴ s
          2097152,      B,    2.097 MB
          3.47e6,       sample/s, 3.47 Msample/s
          0.25,         step/s,   0.25 step/s
          4.4e-6,       '',   4.4 × 10⁻⁶
          -1e-4,        '',   −1 × 10⁻⁴
          0.25,         '',   0.25
          11712,        '',   11 712
          NaN,          dB,   –
          Infinity,     dB,   ∞ dB
          """)
  void quantitiesReadAsEngineersWriteThem(double value, String unit, String expected) {
    assertThat(Numbers.quantity(value, unit).replace('\u00a0', ' ').replace('\u202f', ' '))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0033773, 3, 3.38 × 10⁻³",
    "4.6e-5, 2, 4.6 × 10⁻⁵",
    "0.9996, 3, 1 × 10⁰",
    "0, 3, 0"
  })
  void ratiosOverDecadesAreWrittenAlike(double value, int digits, String expected) {
    assertThat(Numbers.scientific(value, digits).replace('\u00a0', ' ')).isEqualTo(expected);
  }
}
