package org.lightpath.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cloud.fidelity.CoreMultiplier;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.ExactMultiplier;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.ModelSession;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.datasets.model.ModelCard;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/**
 * G1: every model that is shipped, its products on an engine, digitally and by the way of light
 * with every effect off, makes what another program (PyTorch, ONNX Runtime) made of the same
 * inputs.
 */
class G01ReferenceModelsTest {
  /**
   * Of the largest output, or of 1 if that is more: rounding of single precision over all layers.
   */
  static final double TOLERANCE = 1e-4;

  /** Output by model. */
  static final Map<String, String> OUTPUTS =
      Map.of(
          "mnist_classifier", "logits",
          "mnist_cdcgan_generator", "image",
          "mnist_ddpm_unet", "eps",
          "shakespeare_gpt", "logits");

  private static final int SAMPLES = 2;
  private static final int INTEGRATION = 256;

  private static Tensor first(String name, String file, OnnxType type) {
    NpyArray array = ShippedModels.array(name, file + ".npy");
    int[] shape = array.shape();
    int each = array.values().length / shape[0];
    shape[0] = Math.min(SAMPLES, shape[0]);
    if (!Tensor.isReal(type)) {
      long[] wholes = new long[shape[0] * each];
      for (int i = 0; i < wholes.length; i++) {
        wholes[i] = Math.round(array.values()[i]);
      }
      return Tensor.of(type, shape, wholes);
    }
    float[] reals = new float[shape[0] * each];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = (float) array.values()[i];
    }
    return Tensor.of(type, shape, reals);
  }

  /** Largest difference from the reference, over the largest output or 1. */
  private static double error(String name, Multiplier multiplier, float change) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    Map<String, int[]> shapes = new LinkedHashMap<>();
    try (OnnxModel model = ShippedModels.open(name)) {
      ModelGraph graph = ModelGraph.of(model);
      for (OnnxValue input : graph.inputs()) {
        OnnxType type = Objects.requireNonNull(input.type());
        Tensor tensor = first(name, input.name(), type);
        if (tensor.real()) {
          tensor.floats()[0] += change;
        }
        inputs.put(input.name(), tensor);
        shapes.put(input.name(), tensor.shape());
      }
      String output = Objects.requireNonNull(OUTPUTS.get(name));
      Tensor found =
          Objects.requireNonNull(
              new ModelSession(graph.plan(shapes)).run(inputs, multiplier, 0).get(output));
      return difference(found.floats(), first(name, output, OnnxType.FLOAT).floats());
    }
  }

  private static double difference(float[] found, float[] expected) {
    double scale = 1;
    double worst = found.length == expected.length ? 0 : Double.NaN;
    for (int i = 0; i < expected.length; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
      worst = Math.max(worst, Math.abs((double) found[i] - expected[i]));
    }
    return worst / scale;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.SINGLE)
  void outputsAreTheReferenceArrays(EngineCase engine) {
    List<String> names = engine.fast() ? ShippedModels.names() : List.of("mnist_classifier");
    try (EngineScope scope = new EngineScope(engine);
        ExactMultiplier digital = new ExactMultiplier(scope.engine(), scope.precision());
        CoreMultiplier light =
            new CoreMultiplier(
                scope.engine(), CoreSettings.ideal(INTEGRATION).withPrecision(scope.precision()))) {
      for (String name : names) {
        ModelCard card = ShippedModels.card(name);
        Tolerances tolerances = new Tolerances(engine, SAMPLES);
        tolerances.requireSmall(card.name() + ", digital", error(name, digital, 0), TOLERANCE);
        tolerances.requireSmall(card.name() + ", light", error(name, light, 0), TOLERANCE);
      }
    }
  }

  /** Counter-check: one number of an input that is a tenth off is seen. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.SINGLE)
  void anotherInputIsTold(EngineCase engine) {
    try (EngineScope scope = new EngineScope(engine);
        ExactMultiplier digital = new ExactMultiplier(scope.engine(), scope.precision())) {
      new Tolerances(engine, SAMPLES)
          .requireAbove(
              "generator, latent off by 0.1",
              10 * TOLERANCE,
              error("mnist_cdcgan_generator", digital, 0.1f));
    }
  }
}
