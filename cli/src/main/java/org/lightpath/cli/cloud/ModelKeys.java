package org.lightpath.cli.cloud;

import java.util.EnumSet;
import java.util.List;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.datasets.builder.ShapeOnlyModels;
import org.lightpath.datasets.model.ShippedModels;

/** Keys of the section {@code model}: what is executed, and on what. */
final class ModelKeys {
  /** How a model makes something. */
  enum Task {
    /** Class-conditional generator: latents and one-hot classes to images. */
    GAN,
    /** Decoder: latents to images. */
    DECODER,
    /** Noise predictor: DDIM steps to images. */
    DIFFUSION,
    /** Language model: tokens to logits. */
    LANGUAGE,
    /** Any model on given or random inputs: only its outputs are compared. */
    TENSORS
  }

  static final Key<String> NAME =
      Key.of(
          "name",
          Types.words(ShippedModels.names()),
          "Model that is shipped; 'lightpath presets' lists them with their cards.");

  static final Key<String> FILE =
      Key.of("file", Types.text("a file name"), "ONNX file, relative to the experiment's folder.");

  static final Key<String> SHAPES =
      Key.of(
          "shapes",
          Types.words(ShapeOnlyModels.names()),
          "Published architecture at full size with random weights: its products run alone, with"
              + " random operands; right for energy, time and noise of each product, says nothing of"
              + " quality.");

  static final Key<Task> TASK =
      Key.of(
          "task",
          Types.choice(Task.class),
          "gan: latents and classes to images; decoder: latents to images; diffusion: DDIM steps;"
              + " language: next-token prediction; tensors: compares outputs only. Default: that of"
              + " the shipped model, tensors for a file.");

  static final Key<Long> SAMPLES =
      Key.of(
              "samples",
              Types.whole(1, 1_000_000, "at least one"),
              "Images, or blocks of text, that are generated. A Fréchet distance needs more samples"
                  + " than features (128), and 2000 to be free of bias.")
          .defaultsTo("16", "a first look");

  static final Key<Long> BATCH =
      Key.of(
              "batch",
              Types.whole(1, 65_536, "at least one"),
              "Samples that run together and share each stream of weights.")
          .defaultsTo("16", "fits small machines");

  static final long USUAL_STEPS = 25;
  static final long USUAL_TOKENS = 60;
  static final String USUAL_PROMPT = "ROMEO:\n";

  static final Key<Long> STEPS =
      Key.of(
              "steps",
              Types.whole(1, 1000, "at least one"),
              "DDIM steps of a diffusion model, evenly spaced.")
          .defaultsTo(String.valueOf(USUAL_STEPS), "as the shipped reference");

  static final Key<Long> TOKENS =
      Key.of(
              "tokens",
              Types.whole(0, 100_000, "a number of tokens"),
              "Tokens that a language model adds to the prompt, greedily.")
          .defaultsTo(String.valueOf(USUAL_TOKENS), "about a line of verse");

  static final Key<String> PROMPT =
      Key.of("prompt", Types.text("a text"), "What a language model goes on from.")
          .defaultsTo("\"ROMEO:\\n\"", "as the shipped reference");

  static final Key<String> INPUT_NAME =
      Key.of("name", Types.text("an input"), "Input of the model.").require();

  static final Key<String> INPUT_FILE =
      Key.of("file", Types.text("a file name"), "NPY file with its values, batch first.").require();

  static final Key<List<Values>> INPUTS =
      Key.of(
          "inputs",
          Types.list(
              Types.section(
                  Section.named("an input", "Values of an input of the model.")
                      .keys(INPUT_NAME, INPUT_FILE)
                      .build())),
          "Inputs from files; others are standard normal numbers.");

  static final Section SECTION =
      Section.named("a model", "What is executed, and on what.")
          .exactlyOne(NAME, FILE, SHAPES)
          .keys(TASK, SAMPLES, BATCH, STEPS, TOKENS, PROMPT, INPUTS)
          .usedFor(TASK, EnumSet.of(Task.TENSORS), INPUTS)
          .build();

  private ModelKeys() {}
}
