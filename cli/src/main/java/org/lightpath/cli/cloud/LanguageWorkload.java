package org.lightpath.cli.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cloud.generate.Generation;
import org.lightpath.cloud.generate.LanguageModel;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.generate.TextComparison;
import org.lightpath.cloud.generate.Vocabulary;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.cloud.quality.TextAccumulator;
import org.lightpath.datasets.onnx.OnnxModel;

/** Text: blocks whose next tokens are foretold, and a text that is gone on with. */
final class LanguageWorkload implements WholeWorkload {
  private final OnnxModel model;
  private final ModelGraph graph;
  private final Corpus corpus;
  private final int samples;
  private final int batch;

  /**
   * What is foretold and written.
   *
   * @param language names and context of the model
   * @param vocabulary of the tokens
   * @param blocks text to foretell
   * @param prompt to go on from
   * @param tokens to add to it
   */
  record Corpus(
      LanguageModel language,
      Vocabulary vocabulary,
      LanguageModel.Blocks blocks,
      String prompt,
      int tokens) {}

  /**
   * What a run made.
   *
   * @param logits of the blocks, batch after batch
   * @param vocabulary numbers in one row of them
   * @param text that was gone on with; empty if no tokens were asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record MadeText(float[] logits, int vocabulary, Optional<Generation.Text> text) implements Made {}

  LanguageWorkload(OnnxModel model, Corpus corpus, int samples, int batch) {
    this.model = model;
    this.graph = ModelGraph.of(model);
    this.corpus = corpus;
    this.samples = Math.min(samples, corpus.blocks().count());
    this.batch = Math.min(batch, this.samples);
  }

  @Override
  public ModelGraph graph() {
    return graph;
  }

  @Override
  public Map<String, int[]> shapes(int count) {
    return Map.of(corpus.language().input(), new int[] {count, corpus.blocks().length()});
  }

  @Override
  public String unit() {
    return "block of %d tokens".formatted(corpus.blocks().length());
  }

  @Override
  public int repetitions() {
    return 1;
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int runs() {
    return Math.ceilDiv(samples, batch) + corpus.tokens();
  }

  /** The word of a token. */
  String word(int token) {
    return corpus.vocabulary().decode(List.of(token));
  }

  @Override
  public Made make(ModelRunner runner, int count) {
    return make(runner, count, true);
  }

  @Override
  public Made probe(ModelRunner runner, int count) {
    return make(runner, count, false);
  }

  private Made make(ModelRunner runner, int count, boolean whole) {
    int length = corpus.blocks().length();
    float[] all = new float[0];
    int vocabulary = corpus.vocabulary().size();
    int blocks = Math.min(count, samples);
    int run = 0;
    for (int start = 0; start < blocks; start += batch) {
      int end = Math.min(blocks, start + batch);
      int[] tokens = Arrays.copyOfRange(corpus.blocks().tokens(), start * length, end * length);
      Tensor logits = corpus.language().logits(runner, tokens, length, run++);
      vocabulary = logits.extent(-1);
      if (all.length == 0) {
        all = new float[Math.multiplyExact(blocks * length, vocabulary)];
      }
      System.arraycopy(logits.floats(), 0, all, start * length * vocabulary, logits.elements());
    }
    return new MadeText(all, vocabulary, whole ? goOn(runner, run) : Optional.empty());
  }

  private Optional<Generation.Text> goOn(ModelRunner runner, int firstRun) {
    return corpus.tokens() == 0
        ? Optional.empty()
        : Optional.of(
            corpus
                .language()
                .greedy(
                    runner,
                    corpus.vocabulary().encode(corpus.prompt()),
                    corpus.tokens(),
                    firstRun));
  }

  @Override
  public QualityReport compare(Made digital, Made optical) {
    if (!(digital instanceof MadeText clean) || !(optical instanceof MadeText made)) {
      throw new IllegalArgumentException(
          "expected texts, got %s and %s".formatted(digital, optical));
    }
    TextAccumulator sums = new TextAccumulator(made.vocabulary());
    int positions = made.logits().length / made.vocabulary();
    sums.add(clean.logits(), made.logits(), Arrays.copyOf(corpus.blocks().targets(), positions));
    QualityReport.Builder report = new QualityReport.Builder();
    TextComparison.report(sums.statistics(), report);
    if (clean.text().isPresent() && made.text().isPresent()) {
      TextComparison.report(clean.text().get(), made.text().get(), report);
    }
    return report.build();
  }

  @Override
  public void close() {
    model.close();
  }
}
