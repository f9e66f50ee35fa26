package org.lightpath.cloud.generate;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.Classes;
import org.lightpath.cloud.quality.TextAccumulator;
import org.lightpath.cloud.quality.TextStatistics;

/**
 * A model that foretells the next token of a text.
 *
 * @param input name of the input (count, length) of tokens
 * @param output name of the output (count, length, vocabulary) of logits
 * @param context longest text that the model sees [tokens]
 */
public record LanguageModel(String input, String output, int context) {
  /**
   * Checks the context.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public LanguageModel {
    if (context < 1) {
      throw new IllegalArgumentException(
          "context of %d tokens, expected at least 1".formatted(context));
    }
  }

  /** Input ids, output logits. */
  public static LanguageModel ofContext(int context) {
    return new LanguageModel("ids", "logits", context);
  }

  /**
   * Blocks of a text, and what follows each of their tokens.
   *
   * @param length tokens in a block
   * @param tokens (blocks, length)
   * @param targets (blocks, length): the token after each
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Blocks(int length, int[] tokens, int[] targets) {
    /**
     * Checks the extents.
     *
     * @throws IllegalArgumentException if these are no whole blocks of equal number
     */
    public Blocks {
      if (length < 1
          || tokens.length == 0
          || tokens.length % length != 0
          || targets.length != tokens.length) {
        throw new IllegalArgumentException(
            "%d tokens and %d targets are no whole blocks of %d"
                .formatted(tokens.length, targets.length, length));
      }
    }

    /** Blocks of a running text: block b holds tokens b·length to (b + 1)·length − 1. */
    public static Blocks of(int[] text, int length, int blocks) {
      if (text.length <= (long) blocks * length) {
        throw new IllegalArgumentException(
            "text of %d tokens, expected more than %d blocks of %d"
                .formatted(text.length, blocks, length));
      }
      int n = blocks * length;
      return new Blocks(length, Arrays.copyOf(text, n), Arrays.copyOfRange(text, 1, n + 1));
    }

    /** Number of blocks. */
    public int count() {
      return tokens.length / length;
    }
  }

  /**
   * Logits of some texts of equal length with the right tokens given (teacher forcing).
   *
   * @param model that foretells
   * @param tokens (count, length)
   * @param length of each text, up to the context
   * @param sample number of the run
   * @return (count, length, vocabulary)
   */
  public Tensor logits(ModelRunner model, int[] tokens, int length, int sample) {
    if (length > context) {
      throw new IllegalArgumentException(
          "text of %d tokens, the model sees %d".formatted(length, context));
    }
    long[] ids = Arrays.stream(tokens).asLongStream().toArray();
    Tensor text = Tensor.longs(new int[] {tokens.length / length, length}, ids);
    return model.run(Map.of(input, text), sample, output);
  }

  /**
   * Foretells all blocks digitally and optically and compares, batch by batch.
   *
   * @param digital the model in electronics
   * @param optical the model by light
   * @param blocks the text
   * @param batching blocks in a run
   */
  public TextStatistics compare(
      ModelRunner digital, ModelRunner optical, Blocks blocks, Batching batching) {
    TextAccumulator[] gathered = new TextAccumulator[1];
    int length = blocks.length();
    batching.forEach(
        blocks.count(),
        (start, count, number) -> {
          int[] tokens =
              Arrays.copyOfRange(blocks.tokens(), start * length, (start + count) * length);
          int[] targets =
              Arrays.copyOfRange(blocks.targets(), start * length, (start + count) * length);
          int sample = batching.firstSample() + number;
          Tensor right = logits(digital, tokens, length, sample);
          Tensor made = logits(optical, tokens, length, sample);
          if (gathered[0] == null) {
            gathered[0] = new TextAccumulator(right.extent(-1));
          }
          gathered[0].add(right.floats(), made.floats(), targets);
        });
    return gathered[0].statistics();
  }

  /**
   * Writes on, always with the likeliest token, of equally likely ones the first. The model sees
   * the last tokens up to its context. Token k takes run firstSample + k.
   *
   * @param model that foretells
   * @param prompt tokens to start from, at least one
   * @param length tokens to add
   * @param firstSample number of the first run
   */
  public Generation.Text greedy(ModelRunner model, int[] prompt, int length, int firstSample) {
    if (prompt.length == 0) {
      throw new IllegalArgumentException("empty prompt: give at least one token");
    }
    int[] text = Arrays.copyOf(prompt, prompt.length + length);
    for (int k = 0; k < length; k++) {
      int end = prompt.length + k;
      int[] seen = Arrays.copyOfRange(text, Math.max(0, end - context), end);
      Tensor logits = logits(model, seen, seen.length, firstSample + k);
      text[end] = lastChoice(logits);
    }
    return new Generation.Text(IntStream.of(text).boxed().toList(), prompt.length);
  }

  private static int lastChoice(Tensor logits) {
    int vocabulary = logits.extent(-1);
    float[] values = logits.floats();
    float[] last = Arrays.copyOfRange(values, values.length - vocabulary, values.length);
    return Classes.predicted(last, vocabulary)[0];
  }
}
