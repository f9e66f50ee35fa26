package org.lightpath.cloud.generate;

import java.util.OptionalInt;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.cloud.quality.TextStatistics;
import org.lightpath.cloud.quality.Tokens;

/**
 * Compares a language model by light with the same model in electronics: {@code perplexity}, {@code
 * perplexityDigital}, {@code crossEntropy_nat}, {@code crossEntropyDigital_nat}, {@code
 * klDivergence_nat} (digital against optical, a position), {@code topOneAgreement}, {@code
 * topOneAccuracy}; and, from greedy texts, {@code firstDivergentToken}, counted from 0 after the
 * prompt.
 *
 * @param language the model's names and context
 * @param blocks text that both foretell
 * @param batching blocks in a run
 */
public record TextComparison(
    LanguageModel language, LanguageModel.Blocks blocks, Batching batching) {
  /** Foretells the blocks with both and reports. */
  public QualityReport compare(ModelRunner digital, ModelRunner optical) {
    QualityReport.Builder report = new QualityReport.Builder();
    report(language.compare(digital, optical, blocks, batching), report);
    return report.build();
  }

  /** Adds statistics under their names. */
  public static void report(TextStatistics text, QualityReport.Builder report) {
    report
        .put("perplexity", text.perplexity())
        .put("perplexityDigital", text.perplexityDigital())
        .put("crossEntropy_nat", text.crossEntropy())
        .put("crossEntropyDigital_nat", text.crossEntropyDigital())
        .put("klDivergence_nat", text.klDivergence())
        .put("topOneAgreement", text.topOneAgreement())
        .put("topOneAccuracy", text.topOneAccuracy());
  }

  /** Adds where two texts of the same prompt part, or a note that they do not. */
  public static void report(
      Generation.Text digital, Generation.Text optical, QualityReport.Builder report) {
    OptionalInt first = Tokens.firstDivergence(digital.tokenArray(), optical.tokenArray());
    if (first.isPresent()) {
      report.put("firstDivergentToken", first.getAsInt() - digital.promptLength());
    } else {
      report.note(
          "all %d greedy tokens are equal"
              .formatted(digital.tokens().size() - digital.promptLength()));
    }
  }
}
