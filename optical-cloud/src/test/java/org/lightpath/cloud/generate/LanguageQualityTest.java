package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.cloud.quality.ReferenceData;

/** A language model of characters on validation text, and what it writes. */
class LanguageQualityTest {
  private static final String MODEL = "shakespeare_gpt";
  private static final LanguageModel LANGUAGE = LanguageModel.ofContext(128);

  @Test
  void perplexityIsTheOneOfTheReference() throws IOException {
    LanguageModel.Blocks blocks =
        new LanguageModel.Blocks(
            128,
            ReferenceData.tokens(MODEL + "/val_ids_in_32x128.npy"),
            ReferenceData.tokens(MODEL + "/val_ids_target_32x128.npy"));
    try (ModelRunner digital = Models.digital(MODEL);
        ModelRunner noisy = Models.with(MODEL, new NoisyMultiplier(25))) {
      QualityReport report =
          new TextComparison(LANGUAGE, blocks, Batching.of(8)).compare(digital, noisy);
      // means of 4096 logarithms whose logits agree to some 1e-5
      assertThat(Entries.of(report.metrics(), "crossEntropyDigital_nat"))
          .isCloseTo(
              ReferenceData.number(MODEL + "/reference.json", "val_loss_32x128"), within(1e-5));
      assertThat(Entries.of(report.metrics(), "perplexityDigital")).isCloseTo(4.847, within(1e-3));
      // published surrogate with attention noisy: 5.03, KL 0.041, agreement 0.842
      assertThat(Entries.of(report.metrics(), "perplexity")).isCloseTo(5.03, within(0.1));
      assertThat(Entries.of(report.metrics(), "klDivergence_nat")).isCloseTo(0.041, within(0.01));
      // 4096 positions: standard error 0.006
      assertThat(Entries.of(report.metrics(), "topOneAgreement"))
          .isCloseTo(0.842, within(4 * 0.006));
    }
  }

  @Test
  void greedyTextIsTheOneOfTheReference() throws IOException {
    int[] expected = ReferenceData.tokens(MODEL + "/greedy_ids.npy");
    int prompt = "ROMEO:\n".length();
    try (ModelRunner digital = Models.digital(MODEL)) {
      Generation.Text text =
          LANGUAGE.greedy(digital, Arrays.copyOf(expected, prompt), expected.length - prompt, 0);
      assertThat(text.tokenArray()).isEqualTo(expected);
    }
  }
}
