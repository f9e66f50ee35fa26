package org.lightpath.cloud.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.QualityReport;

/** Models of a language in which every token is followed by the next one, five in all. */
class LanguageModelTest {
  private static final int VOCABULARY = 5;
  private static final LanguageModel LANGUAGE = LanguageModel.ofContext(4);

  /** Logit ln(odds) for the right token, 0 for others: probability odds/(odds + 4). */
  private static ModelRunner model(double odds) {
    return (inputs, _) -> {
      Tensor ids = Entries.of(inputs, "ids");
      float[] logits = new float[ids.elements() * VOCABULARY];
      for (int i = 0; i < ids.elements(); i++) {
        logits[i * VOCABULARY + (int) ((ids.longs()[i] + 1) % VOCABULARY)] = (float) Math.log(odds);
      }
      return Map.of(
          "logits", Tensor.floats(new int[] {ids.extent(0), ids.extent(1), VOCABULARY}, logits));
    };
  }

  @Test
  void greedyTextCountsAndSeesItsContextOnly() {
    List<String> seen = new ArrayList<>();
    ModelRunner watched =
        (inputs, sample) -> {
          seen.add(sample + ":" + Entries.of(inputs, "ids").elements());
          return model(10).run(inputs, sample);
        };
    Generation.Text text = LANGUAGE.greedy(watched, new int[] {2, 3}, 5, 7);
    assertThat(text.tokens()).containsExactly(2, 3, 4, 0, 1, 2, 3);
    assertThat(text.promptLength()).isEqualTo(2);
    assertThat(seen).containsExactly("7:2", "8:3", "9:4", "10:4", "11:4");
  }

  @Test
  void perplexityIsTheReciprocalProbability() {
    LanguageModel.Blocks blocks =
        LanguageModel.Blocks.of(new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2}, 4, 3);
    assertThat(blocks.targets()).startsWith(1, 2, 3, 4, 0).hasSize(12);
    TextComparison comparison = new TextComparison(LANGUAGE, blocks, Batching.of(2));
    QualityReport report = comparison.compare(model(12), model(4));
    // probabilities 12/16 and 4/8; logits are binary32
    assertThat(Entries.of(report.metrics(), "perplexityDigital")).isCloseTo(4 / 3.0, within(1e-6));
    assertThat(Entries.of(report.metrics(), "perplexity")).isCloseTo(2, within(1e-6));
    double divergence = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.0625 / 0.125);
    assertThat(Entries.of(report.metrics(), "klDivergence_nat"))
        .isCloseTo(divergence, within(1e-6));
    assertThat(report.metrics()).containsEntry("topOneAgreement", 1.0);
    assertThat(comparison.compare(model(12), model(0.1)).metrics())
        .containsEntry("topOneAgreement", 0.0)
        .containsEntry("topOneAccuracy", 0.0);
  }

  @Test
  void textsPartAtTheFirstOtherToken() {
    Generation.Text digital = new Generation.Text(List.of(9, 1, 2, 3), 1);
    QualityReport.Builder report = new QualityReport.Builder();
    TextComparison.report(digital, new Generation.Text(List.of(9, 1, 2, 4), 1), report);
    assertThat(report.build().metrics()).containsEntry("firstDivergentToken", 2.0);
    QualityReport.Builder equal = new QualityReport.Builder();
    TextComparison.report(digital, digital, equal);
    assertThat(equal.build().metrics()).isEmpty();
    assertThat(equal.build().notes()).containsExactly("all 3 greedy tokens are equal");
  }

  @Test
  void vocabularyReadsWhatItWrites() {
    Vocabulary vocabulary = new Vocabulary(List.of("a", "\n", "é"));
    assertThat(vocabulary.encode("éa\n")).containsExactly(2, 0, 1);
    assertThat(vocabulary.decode(List.of(2, 0, 1))).isEqualTo("éa\n");
    assertThatThrownBy(() -> vocabulary.encode("b")).hasMessageContaining("character 'b'");
    assertThatThrownBy(() -> vocabulary.decode(List.of(3))).hasMessageContaining("token 3");
    assertThatThrownBy(() -> new Vocabulary(List.of("a", "a"))).hasMessageContaining("twice");
  }

  @Test
  void textsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> LANGUAGE.logits(model(1), new int[5], 5, 0))
        .hasMessageContaining("text of 5 tokens, the model sees 4");
    assertThatThrownBy(() -> LANGUAGE.greedy(model(1), new int[0], 1, 0))
        .hasMessageContaining("empty prompt");
    assertThatThrownBy(() -> LanguageModel.Blocks.of(new int[12], 4, 3))
        .hasMessageContaining("expected more than 3 blocks of 4");
  }
}
