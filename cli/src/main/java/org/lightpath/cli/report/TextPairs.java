package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/** What a language model writes, digitally and by light. */
final class TextPairs {
  private static final int MOST_SAMPLES = 8;

  private final Cases cases;

  TextPairs(Cases cases) {
    this.cases = cases;
  }

  /**
   * One pair for each sample.
   *
   * @param all {@code position}, {@code digital} and {@code optical}, one row for each token;
   *     positions below zero are the prompt; optional {@code sample}
   */
  List<Block> of(DataTable all) {
    DataTable table = all.where("case", 0);
    List<Double> samples = table.distinct("sample");
    List<Block> blocks = new ArrayList<>();
    if (samples.isEmpty()) {
      blocks.add(pair(table, ""));
    }
    for (double sample : samples.subList(0, Math.min(samples.size(), MOST_SAMPLES))) {
      String name = "Sample " + Numbers.significant(sample, 4) + ". ";
      blocks.add(pair(table.where("sample", sample), samples.size() > 1 ? name : ""));
    }
    return blocks;
  }

  private Block pair(DataTable table, String name) {
    Samples position = table.numbers("position");
    StringBuilder prompt = new StringBuilder();
    List<String> digital = new ArrayList<>();
    List<String> optical = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (position.get(row) < 0) {
        prompt.append(table.texts("digital").get(row));
      } else {
        digital.add(table.texts("digital").get(row));
        optical.add(table.texts("optical").get(row));
      }
    }
    return new Block.TextPair(
        name + caption(digital, optical) + cases.first(), prompt.toString(), digital, optical);
  }

  private static String caption(List<String> digital, List<String> optical) {
    int parts = digital.size();
    int first = firstDifference(digital, optical);
    if (first == parts) {
      return "Both texts are the same in all " + parts + " tokens.";
    }
    int same = 0;
    for (int i = 0; i < parts; i++) {
      same += digital.get(i).equals(optical.get(i)) ? 1 : 0;
    }
    return ("First difference at token %d of %d, marked; %s\u00a0%% of the positions have the same"
            + " token. After the first difference each model continues its own text.")
        .formatted(first + 1, parts, Numbers.significant(100.0 * same / parts, 3));
  }

  /** The first part that differs; how many there are if none does. */
  static int firstDifference(List<String> digital, List<String> optical) {
    int common = Math.min(digital.size(), optical.size());
    for (int i = 0; i < common; i++) {
      if (!digital.get(i).equals(optical.get(i))) {
        return i;
      }
    }
    return common;
  }
}
