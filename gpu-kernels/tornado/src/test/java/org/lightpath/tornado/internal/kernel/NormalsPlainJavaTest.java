package org.lightpath.tornado.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.random.Philox;

/** Random numbers of the kernels as plain Java, against those of the reference. */
class NormalsPlainJavaTest {
  /** Ends of the range, and words on either side of every quarter turn. */
  private static final int[] EDGES = {
    0,
    1,
    -1,
    0x1FFFFFFF,
    0x20000000,
    0x5FFFFFFF,
    0x60000000,
    0x7FFFFFFF,
    0x80000000,
    0x9FFFFFFF,
    0xA0000000,
    0xDFFFFFFF,
    0xE0000000
  };

  @Test
  void normalsInSinglePrecisionKeepTheirDigits() {
    for (int word : EDGES) {
      double u = Philox.uniform(word);
      double radius = Math.sqrt(-2 * Math.log(u));
      double ulp = Math.ulp((float) radius);
      assertThat((double) FloatNormals.radius(word)).isCloseTo(radius, within(4 * ulp));
      double angle = 2 * Math.PI * u;
      double single = 4 * Math.ulp(1f);
      assertThat((double) FloatNormals.cosine(word)).isCloseTo(Math.cos(angle), within(single));
      assertThat((double) FloatNormals.sine(word)).isCloseTo(Math.sin(angle), within(single));
    }
  }

  @Test
  void normalsInDoublePrecisionAreTheReferences() {
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int i = 0; i < 1000; i++) {
      Philox.complexNormal(17, 3, 0, i, words, normal);
      double radius = DoubleNormals.radius(words[0]);
      assertThat(radius * DoubleNormals.cosine(words[1])).isEqualTo(normal[0]);
      assertThat(radius * DoubleNormals.sine(words[1])).isEqualTo(normal[1]);
    }
  }

  /**
   * The probabilities of all counts add up to one: below ten and above, where the series begins.
   */
  @Test
  void probabilitiesOfCountsAddUp() {
    for (double mean : new double[] {10, 37.5, 400}) {
      double sum = 0;
      for (int k = 0; k < 4 * mean + 40; k++) {
        sum += Math.exp(DoublePoisson.logProbability(k, mean));
      }
      // Stirling's series after three terms errs by 1/(1680 k^7): 6e-11 at ten.
      assertThat(sum).isCloseTo(1, within(1e-10));
    }
  }
}
