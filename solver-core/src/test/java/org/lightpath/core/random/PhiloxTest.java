package org.lightpath.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhiloxTest {
  /** Known answers of Random123's kat_vectors for philox4x32 with 10 rounds. */
  @Test
  void knownAnswers() {
    int[] words = new int[4];
    Philox.words(0, 0, 0, 0, words);
    assertThat(words).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    Philox.words(-1L, -1, -1, -1L, words);
    assertThat(words).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    Philox.words(0x299f31d0a4093822L, 0x03707344, 0x13198a2e, 0x85a308d3243f6a88L, words);
    assertThat(words).containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void uniformsStayInsideTheOpenInterval() {
    assertThat(Philox.uniform(0)).isEqualTo(0x1p-33);
    assertThat(Philox.uniform(-1)).isEqualTo(1 - 0x1p-33);
  }

  @Test
  void normalsHaveTheMomentsOfTheNormalDistribution() {
    int n = 200_000;
    double[] sums = new double[4];
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int i = 0; i < n; i++) {
      Philox.complexNormal(99, 1, 2, i, words, normal);
      for (double x : normal) {
        double power = x;
        for (int m = 0; m < 4; m++) {
          sums[m] += power;
          power *= x;
        }
      }
    }
    double[] expected = {0, 1, 0, 3};
    double[] variance = {1, 2, 15, 96}; // of x, x², x³, x⁴
    for (int m = 0; m < 4; m++) {
      double fiveStandardErrors = 5 * Math.sqrt(variance[m] / (2.0 * n));
      assertThat(Math.abs(sums[m] / (2.0 * n) - expected[m])).isLessThan(fiveStandardErrors);
    }
  }
}
