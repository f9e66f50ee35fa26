package org.lightpath.cli.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cloud.generate.Batching;
import org.lightpath.cloud.generate.Classifier;
import org.lightpath.cloud.generate.DdimSampler;
import org.lightpath.cloud.generate.DiffusionSchedule;
import org.lightpath.cloud.generate.GraphRunner;
import org.lightpath.cloud.generate.ImageBatch;
import org.lightpath.cloud.generate.ImageComparison;
import org.lightpath.cloud.generate.LanguageModel;
import org.lightpath.cloud.generate.LatentDecoder;
import org.lightpath.cloud.generate.Vocabulary;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.UnsupportedOperatorException;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.cloud.quality.FeatureStatistics;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;
import org.lightpath.datasets.onnx.OnnxValue;

/** Opens the model of an experiment and what its task needs. */
final class WorkloadSetup {
  private static final String CLASSIFIER = "mnist_classifier";
  private static final int CLASSES = 10;
  private static final int REAL_DIGITS = 3000;
  private static final int JUDGED_AT_ONCE = 250;
  private static final ImageBatch.Size DIGIT = new ImageBatch.Size(1, 28, 28);

  private static final Map<String, ModelKeys.Task> TASKS =
      Map.of(
          "mnist_cdcgan_generator",
          ModelKeys.Task.GAN,
          "mnist_ddpm_unet",
          ModelKeys.Task.DIFFUSION,
          "shakespeare_gpt",
          ModelKeys.Task.LANGUAGE,
          CLASSIFIER,
          ModelKeys.Task.TENSORS);

  private final Values keys;
  private final Values experiment;
  private final Path folder;

  WorkloadSetup(Values experiment, Path folder) {
    this.experiment = experiment;
    this.keys = experiment.get(CloudKeys.MODEL);
    this.folder = folder;
  }

  /** What the model is asked to do. */
  ModelKeys.Task task() {
    return keys.find(ModelKeys.TASK)
        .orElseGet(() -> keys.find(ModelKeys.NAME).map(TASKS::get).orElse(ModelKeys.Task.TENSORS));
  }

  /** Checks everything by opening it once. */
  boolean check(Problems problems) {
    if (!usesItsKeys(problems)) {
      return false;
    }
    try (Workload workload = open()) {
      workload.simulated();
      Values execution = experiment.get(ExecutionKeys.EXECUTION);
      long extras =
          execution.get(ExecutionKeys.WAVEFORM_SAMPLES)
              + execution.get(ExecutionKeys.SENSITIVITY_SAMPLES);
      if (workload instanceof ShapeWorkload && extras > 0) {
        throw new IllegalArgumentException(
            "an architecture with random weights makes no samples: leave out waveformSamples and"
                + " sensitivitySamples");
      }
      return true;
    } catch (InvalidModelException
        | UnsupportedOperatorException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      Place place =
          keys.given(ModelKeys.FILE) ? keys.place(ModelKeys.FILE) : keys.place(ModelKeys.NAME);
      problems.error(place, "model: " + e.getMessage(), "");
      return false;
    }
  }

  /**
   * Inputs are refused by tasks that make their own, also where the model implies its task. Every
   * key is asked, so that all problems are told at once.
   */
  private boolean usesItsKeys(Problems problems) {
    Optional<Long> steps = Optional.of(ModelKeys.USUAL_STEPS);
    Optional<Long> tokens = Optional.of(ModelKeys.USUAL_TOKENS);
    Optional<String> prompt = Optional.of(ModelKeys.USUAL_PROMPT);
    boolean inputs = uses(ModelKeys.INPUTS, ModelKeys.Task.TENSORS, Optional.empty(), problems);
    boolean stepped = uses(ModelKeys.STEPS, ModelKeys.Task.DIFFUSION, steps, problems);
    boolean counted = uses(ModelKeys.TOKENS, ModelKeys.Task.LANGUAGE, tokens, problems);
    boolean prompted = uses(ModelKeys.PROMPT, ModelKeys.Task.LANGUAGE, prompt, problems);
    return inputs && stepped && counted && prompted;
  }

  /** A resolved experiment holds the usual values of all keys: these are no wish of anybody. */
  private <T> boolean uses(Key<T> key, ModelKeys.Task user, Optional<T> usual, Problems problems) {
    if (!keys.given(key) || task() == user || keys.find(key).equals(usual)) {
      return true;
    }
    problems.error(
        keys.place(key),
        "model.%s would have no effect: the task is %s, and only %s uses it"
            .formatted(key.name(), Types.hyphenated(task()), Types.hyphenated(user)),
        "remove it, or set model.task");
    return false;
  }

  /** Opens the model. The caller closes it. */
  Workload open() {
    Optional<String> architecture = keys.find(ModelKeys.SHAPES);
    return architecture.isPresent() ? new ShapeWorkload(architecture.get(), extent()) : whole();
  }

  private WholeWorkload whole() {
    OnnxModel model =
        keys.find(ModelKeys.NAME)
            .map(ShippedModels::open)
            .orElseGet(
                () -> OnnxReader.read(folder.resolve(keys.find(ModelKeys.FILE).orElseThrow())));
    try {
      return switch (task()) {
        case GAN -> gan(model);
        case DECODER -> decoder(model);
        case DIFFUSION -> diffusion(model);
        case LANGUAGE -> language(model);
        case TENSORS -> new TensorWorkload(model, given(), extent());
      };
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private ImageWorkload.Extent extent() {
    return new ImageWorkload.Extent(
        Math.toIntExact(keys.get(ModelKeys.SAMPLES)),
        Math.toIntExact(keys.get(ModelKeys.BATCH)),
        experiment.get(CommonKeys.SEED));
  }

  private WholeWorkload gan(OnnxModel model) {
    int latent = width(model, "z");
    int classes = width(model, "y_onehot");
    ImageWorkload.Recipe recipe =
        new ImageWorkload.Recipe(
            LatentDecoder.conditionalGan(latent, classes),
            n -> Map.of("z", new int[] {n, latent}, "y_onehot", new int[] {n, classes}),
            1);
    return new ImageWorkload(model, recipe, extent(), judge());
  }

  private WholeWorkload decoder(OnnxModel model) {
    int latent = width(model, "z");
    ImageWorkload.Recipe recipe =
        new ImageWorkload.Recipe(
            LatentDecoder.variationalDecoder(latent), n -> Map.of("z", new int[] {n, latent}), 1);
    return new ImageWorkload(model, recipe, extent(), Optional.empty());
  }

  private WholeWorkload diffusion(OnnxModel model) {
    needs(model, "x", "t", "y");
    int steps = Math.toIntExact(keys.get(ModelKeys.STEPS));
    double[] alphaBar = ShippedModels.array("mnist_ddpm_unet", "alpha_bar_1000.npy").values();
    DiffusionSchedule visited = DiffusionSchedule.cosine(alphaBar.length, steps);
    DiffusionSchedule schedule = new DiffusionSchedule(alphaBar, visited.timesteps());
    ImageWorkload.Recipe recipe =
        new ImageWorkload.Recipe(
            new DdimSampler(schedule, DIGIT, CLASSES),
            n ->
                Map.of(
                    "x", new int[] {n, 1, DIGIT.height(), DIGIT.width()},
                    "t", new int[] {n},
                    "y", new int[] {n}),
            steps);
    return new ImageWorkload(model, recipe, extent(), judge());
  }

  private WholeWorkload language(OnnxModel model) {
    needs(model, "ids");
    String name = "shakespeare_gpt";
    NpyArray tokens = ShippedModels.array(name, "val_ids_in_32x128.npy");
    NpyArray targets = ShippedModels.array(name, "val_ids_target_32x128.npy");
    int length = tokens.shape()[1];
    LanguageWorkload.Corpus corpus =
        new LanguageWorkload.Corpus(
            LanguageModel.ofContext(length),
            new Vocabulary(VocabularyFile.read(ShippedModels.text(name, "vocabulary.json"))),
            new LanguageModel.Blocks(length, whole(tokens), whole(targets)),
            keys.get(ModelKeys.PROMPT),
            Math.toIntExact(keys.get(ModelKeys.TOKENS)));
    return new LanguageWorkload(model, corpus, extent().samples(), extent().batch());
  }

  private static int[] whole(NpyArray array) {
    int[] numbers = new int[array.values().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.toIntExact(Math.round(array.values()[i]));
    }
    return numbers;
  }

  private static void needs(OnnxModel model, String... inputs) {
    List<String> names = model.graph().inputs().stream().map(OnnxValue::name).toList();
    for (String input : inputs) {
      if (!names.contains(input)) {
        throw new IllegalArgumentException(
            "the task needs an input '%s'; the model has %s: give the task 'tensors'"
                .formatted(input, names));
      }
    }
  }

  /** Numbers of one sample of an input of two axes. */
  private static int width(OnnxModel model, String input) {
    List<String> names = new ArrayList<>();
    for (OnnxValue value : model.graph().inputs()) {
      names.add(value.name());
      List<OnnxValue.Dim> dims = value.dims();
      if (value.name().equals(input)
          && dims != null
          && dims.size() == 2
          && dims.get(1).value() > 0) {
        return Math.toIntExact(dims.get(1).value());
      }
    }
    throw new IllegalArgumentException(
        "the task needs an input '%s' of two axes, the second of fixed extent; the model has %s:"
                .formatted(input, names)
            + " give the task 'tensors'");
  }

  private Optional<ImageComparison.Judge> judge() {
    FeatureStatistics real =
        FeatureStatistics.given(
            REAL_DIGITS,
            ShippedModels.array(CLASSIFIER, "test3000_features_mean.npy").values(),
            ShippedModels.array(CLASSIFIER, "test3000_features_covariance.npy").values());
    GraphRunner runner =
        new GraphRunner(ModelGraph.of(ShippedModels.open(CLASSIFIER)), new HostMultiplier());
    return Optional.of(
        new ImageComparison.Judge(
            Classifier.DEFAULT, runner, Batching.of(JUDGED_AT_ONCE), Optional.of(real)));
  }

  private Map<String, NpyArray> given() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (Values input : keys.find(ModelKeys.INPUTS).orElse(List.of())) {
      Path file = folder.resolve(input.get(ModelKeys.INPUT_FILE));
      try {
        NpyArray array = NpyFile.read(file);
        if (array.complex() || array.shape().length == 0 || array.shape()[0] < extent().samples()) {
          throw new IllegalArgumentException(
              "%s: expected real numbers of at least %d samples along the first axis"
                  .formatted(file, extent().samples()));
        }
        arrays.put(input.get(ModelKeys.INPUT_NAME), array);
      } catch (IOException e) {
        throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
      }
    }
    return arrays;
  }
}
