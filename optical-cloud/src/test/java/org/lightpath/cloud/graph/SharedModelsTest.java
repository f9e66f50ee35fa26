package org.lightpath.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.TestData;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;

/** Whole models against the outputs that PyTorch gave for the same inputs. */
class SharedModelsTest {
  /**
   * Largest difference allowed, relative to the largest output or to 1: both sides sum in binary32
   * in different orders, some ten layers of sums of a few hundred terms. ONNX Runtime differs from
   * the same arrays by 2e-5 at most.
   */
  private static final double TOLERANCE = 1e-4;

  private static final int BATCH = 2;

  @Test
  void classifier() throws IOException {
    check("mnist_classifier", List.of("image"), List.of("logits", "features"), 4_239_360);
  }

  @Test
  void conditionalGenerator() throws IOException {
    check("mnist_cdcgan_generator", List.of("z", "y_onehot"), List.of("image"), 30_306_304);
  }

  @Test
  void diffusionNetwork() throws IOException {
    check("mnist_ddpm_unet", List.of("x", "t", "y"), List.of("eps"), 97_700_000);
  }

  @Test
  void characterTransformer() throws IOException {
    check("shakespeare_gpt", List.of("ids"), List.of("logits"), 253_000_000);
  }

  @Test
  void variationalEncoder() throws IOException {
    check("csinva_mnist_vae_encoder", List.of("image01"), List.of("mu", "logvar"), 330_000);
  }

  @Test
  void variationalDecoder() throws IOException {
    check("csinva_mnist_vae_decoder", List.of("z"), List.of("image01"), 320_000);
  }

  @Test
  void stylisation() throws IOException {
    check(
        "magenta_stylize_separable",
        List.of("image01", "style"),
        List.of("stylized01"),
        2_333_000_000L);
  }

  private static void check(String name, List<String> inputs, List<String> outputs, long macs)
      throws IOException {
    Path folder = TestData.path(name);
    Map<String, Tensor> given = new HashMap<>();
    Map<String, int[]> shapes = new HashMap<>();
    for (String input : inputs) {
      Tensor tensor = first(NpyTensors.read(folder.resolve(input + ".npy")));
      given.put(input, tensor);
      shapes.put(input, tensor.shape());
    }
    try (OnnxModel model = OnnxReader.read(folder.resolve(name + ".onnx"));
        HostMultiplier multiplier = new HostMultiplier()) {
      ModelPlan plan = ModelGraph.of(model).plan(shapes);
      ModelSession session = new ModelSession(plan);
      Map<String, Tensor> found = session.run(given, multiplier, 0);
      int batch = given.values().iterator().next().extent(0);
      assertThat((double) plan.macs() / batch).isBetween(0.98 * macs, 1.02 * macs);
      for (String output : outputs) {
        Tensor expected = first(NpyTensors.read(folder.resolve(output + ".npy")));
        assertClose(output, java.util.Objects.requireNonNull(found.get(output), output), expected);
      }
    }
  }

  /** The first few of a batch. */
  private static Tensor first(Tensor tensor) {
    int[] shape = tensor.shape();
    if (shape.length == 0 || shape[0] <= BATCH) {
      return tensor;
    }
    int size = tensor.elements() / shape[0] * BATCH;
    shape[0] = BATCH;
    return tensor.real()
        ? Tensor.floats(shape, java.util.Arrays.copyOf(tensor.floats(), size))
        : Tensor.longs(shape, java.util.Arrays.copyOf(tensor.longs(), size));
  }

  static void assertClose(String name, Tensor found, Tensor expected) {
    assertThat(found.shape()).as(name).isEqualTo(expected.shape());
    double scale = 1;
    double worst = 0;
    for (int i = 0; i < expected.elements(); i++) {
      scale = Math.max(scale, Math.abs(expected.floats()[i]));
      double difference = Math.abs(found.floats()[i] - expected.floats()[i]);
      worst = Double.isNaN(difference) ? Double.NaN : Math.max(worst, difference);
    }
    System.out.println(name + " max diff " + worst + " scale " + scale);
    assertThat(worst).as("largest difference of " + name).isLessThan(TOLERANCE * scale);
  }
}
