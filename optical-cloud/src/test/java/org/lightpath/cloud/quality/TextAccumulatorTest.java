package org.lightpath.cloud.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Distributions over tokens whose entropies are known. */
class TextAccumulatorTest {
  private static final double ROUNDING = 1e-7; // logits are binary32

  private static float log(double probability) {
    return (float) Math.log(probability);
  }

  private static TextStatistics of(float[] digital, float[] optical, int vocabulary, int... next) {
    TextAccumulator text = new TextAccumulator(vocabulary);
    text.add(digital, optical, next);
    return text.statistics();
  }

  @Test
  void equalLogitsArePerplexedByTheWholeVocabulary() {
    float[] logits = new float[2 * 65];
    TextStatistics s = of(logits, logits, 65, 3, 64);
    assertThat(s.perplexity()).isCloseTo(65, within(1e-9));
    assertThat(s.perplexityDigital()).isEqualTo(s.perplexity());
    assertThat(s.klDivergence()).isZero();
    assertThat(s.topOneAgreement()).isEqualTo(1);
  }

  /** p = (¼, ¾), q = (½, ½); logits are free up to a constant, here 1000. */
  @Test
  void entropyAndDivergenceOfTwoTokens() {
    float[] p = {log(0.25), log(0.75)};
    float[] q = {1000, 1000};
    TextStatistics s = of(p, q, 2, 0);
    assertThat(s.crossEntropyDigital()).isCloseTo(Math.log(4), within(ROUNDING));
    assertThat(s.crossEntropy()).isCloseTo(Math.log(2), within(ROUNDING));
    double divergence = 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5);
    assertThat(s.klDivergence()).isCloseTo(divergence, within(ROUNDING));
    assertThat(s.topOneAgreement()).isZero();
    assertThat(s.topOneAccuracy()).isEqualTo(1);
    // not symmetric: digital is the truth
    double other = 0.5 * Math.log(2) + 0.5 * Math.log(0.5 / 0.75);
    assertThat(of(q, p, 2, 0).klDivergence()).isCloseTo(other, within(ROUNDING));
    assertThat(other).isNotCloseTo(divergence, within(0.01));
  }

  @Test
  void maskedTokensDoNotCount() {
    float[] masked = {0, 0, Float.NEGATIVE_INFINITY};
    TextStatistics s = of(masked, masked, 3, 1);
    assertThat(s.perplexity()).isCloseTo(2, within(1e-12));
    assertThat(s.klDivergence()).isZero();
  }

  @Test
  void blocksJoinToTheWhole() {
    float[] digital = Draws.normals(1, 40);
    float[] optical = Draws.normals(2, 40);
    TextAccumulator first = new TextAccumulator(5);
    TextAccumulator second = new TextAccumulator(5);
    int[] targets = {0, 1, 2, 3, 4, 0, 1, 2};
    first.add(slice(digital, 0, 15), slice(optical, 0, 15), new int[] {0, 1, 2});
    second.add(slice(digital, 15, 40), slice(optical, 15, 40), new int[] {3, 4, 0, 1, 2});
    first.merge(second);
    TextStatistics whole = of(digital, optical, 5, targets);
    assertThat(first.statistics().positions()).isEqualTo(8);
    assertThat(first.statistics().crossEntropy())
        .isCloseTo(whole.crossEntropy(), within(8 * Math.ulp(4.0)));
    assertThat(first.statistics().klDivergence())
        .isCloseTo(whole.klDivergence(), within(8 * Math.ulp(4.0)));
    assertThat(first.statistics().topOneAgreement()).isEqualTo(whole.topOneAgreement());
  }

  private static float[] slice(float[] values, int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  @Test
  void theFirstOtherTokenIsFound() {
    int[] text = {5, 6, 7};
    assertThat(Tokens.firstDivergence(text, new int[] {5, 6, 7})).isEmpty();
    assertThat(Tokens.firstDivergence(text, new int[] {5, 0, 7})).hasValue(1);
    assertThat(Tokens.firstDivergence(text, new int[] {5, 6})).hasValue(2);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> of(new float[4], new float[4], 2, 0))
        .hasMessageContaining("2 positions, 1 targets");
    assertThatThrownBy(() -> of(new float[2], new float[2], 2, 2))
        .hasMessageContaining("target 2, expected a token from 0 to 1");
    assertThatThrownBy(() -> of(new float[2], new float[] {0, Float.NaN}, 2, 0))
        .hasMessageContaining("not a number");
    assertThatThrownBy(() -> new TextAccumulator(2).statistics())
        .hasMessageContaining("no positions");
  }
}
