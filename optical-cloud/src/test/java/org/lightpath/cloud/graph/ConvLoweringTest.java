package org.lightpath.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.datasets.onnx.OnnxModel;

/**
 * Convolutions as products against sums written out. All numbers are small and whole, so that sums
 * are exact in any order and the results must be equal.
 */
class ConvLoweringTest {
  /** A convolution of images [batch, channels, extents]. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Setting(
      int batch,
      int channels,
      int filters,
      int[] image,
      int[] kernel,
      int[] strides,
      int[] dilations,
      int[] pads,
      int group,
      int[] extra) {
    @Override
    public String toString() {
      return "batch %d, %d to %d channels, image %s, kernel %s, strides %s, dilations %s, pads %s, group %d, output_padding %s"
          .formatted(
              batch,
              channels,
              filters,
              Arrays.toString(image),
              Arrays.toString(kernel),
              Arrays.toString(strides),
              Arrays.toString(dilations),
              Arrays.toString(pads),
              group,
              Arrays.toString(extra));
    }
  }

  private static int[] of(int... values) {
    return values;
  }

  static Stream<Setting> settings() {
    return Stream.of(
        new Setting(1, 3, 4, of(7, 9), of(3, 3), of(1, 1), of(1, 1), of(1, 1, 1, 1), 1, of(0, 0)),
        new Setting(2, 3, 4, of(7, 9), of(3, 3), of(1, 1), of(1, 1), of(0, 0, 0, 0), 1, of(0, 0)),
        new Setting(3, 4, 6, of(8, 5), of(3, 2), of(2, 3), of(1, 1), of(1, 0, 2, 1), 2, of(1, 2)),
        new Setting(2, 2, 5, of(9, 9), of(3, 3), of(1, 2), of(2, 3), of(2, 3, 1, 4), 1, of(0, 1)),
        new Setting(1, 5, 3, of(6, 4), of(1, 1), of(1, 1), of(1, 1), of(0, 0, 0, 0), 1, of(0, 0)),
        new Setting(4, 5, 3, of(6, 4), of(1, 1), of(1, 1), of(1, 1), of(0, 0, 0, 0), 1, of(0, 0)),
        new Setting(2, 4, 4, of(6, 4), of(1, 1), of(2, 2), of(1, 1), of(0, 0, 0, 0), 2, of(1, 1)),
        new Setting(2, 6, 6, of(8, 8), of(3, 3), of(1, 1), of(1, 1), of(1, 1, 1, 1), 6, of(0, 0)),
        new Setting(1, 3, 6, of(8, 7), of(5, 3), of(2, 1), of(1, 2), of(2, 2, 2, 2), 3, of(1, 0)),
        new Setting(2, 3, 2, of(11), of(4), of(3), of(2), of(3, 1), 1, of(2)),
        new Setting(
            1,
            2,
            3,
            of(4, 5, 6),
            of(2, 3, 2),
            of(1, 2, 1),
            of(1, 1, 2),
            of(1, 1, 1, 0, 1, 2),
            1,
            of(0, 1, 0)),
        new Setting(1, 1, 1, of(5, 5), of(5, 5), of(1, 1), of(1, 1), of(4, 4, 4, 4), 1, of(0, 0)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void convolutionEqualsItsSum(Setting s) {
    Tensor x = TestGraph.small(1, join(of(s.batch, s.channels), s.image));
    Tensor w = TestGraph.small(2, join(of(s.filters, s.channels / s.group), s.kernel));
    Tensor b = TestGraph.small(3, s.filters);
    Tensor found = run("Conv", s, x, w, b);
    int axes = s.image.length;
    int[] size = new int[axes];
    for (int a = 0; a < axes; a++) {
      int reach = (s.kernel[a] - 1) * s.dilations[a] + 1;
      size[a] = (s.image[a] + s.pads[a] + s.pads[axes + a] - reach) / s.strides[a] + 1;
    }
    float[] expected = new float[s.batch * s.filters * Shapes.elements(size)];
    walk(
        s,
        size,
        (image, position) -> {
          for (int f = 0; f < s.filters; f++) {
            double sum = b.floats()[f];
            for (int c = 0; c < s.channels / s.group; c++) {
              int channel = f / (s.filters / s.group) * (s.channels / s.group) + c;
              for (int tap = 0; tap < Shapes.elements(s.kernel); tap++) {
                int from = element(s, s.image, index(size, position), index(s.kernel, tap));
                if (from >= 0) {
                  int at = (image * s.channels + channel) * Shapes.elements(s.image) + from;
                  int weight = (f * (s.channels / s.group) + c) * Shapes.elements(s.kernel) + tap;
                  sum += (double) x.floats()[at] * w.floats()[weight];
                }
              }
            }
            expected[(image * s.filters + f) * Shapes.elements(size) + position] = (float) sum;
          }
        });
    assertThat(found.shape()).isEqualTo(join(of(s.batch, s.filters), size));
    assertThat(found.floats()).isEqualTo(expected);
    assertThat(found.floats())
        .as("not trivial")
        .contains(expected[0])
        .isNotEqualTo(new float[expected.length]);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void transposedConvolutionEqualsItsSum(Setting s) {
    Tensor x = TestGraph.small(1, join(of(s.batch, s.channels), s.image));
    Tensor w = TestGraph.small(2, join(of(s.channels, s.filters / s.group), s.kernel));
    Tensor b = TestGraph.small(3, s.filters);
    Tensor found = run("ConvTranspose", s, x, w, b);
    int axes = s.image.length;
    int[] size = new int[axes];
    for (int a = 0; a < axes; a++) {
      int reach = (s.kernel[a] - 1) * s.dilations[a] + 1;
      size[a] = (s.image[a] - 1) * s.strides[a] + s.extra[a] + reach - s.pads[a] - s.pads[axes + a];
    }
    int elements = Shapes.elements(size);
    float[] expected = new float[s.batch * s.filters * elements];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = b.floats()[i / elements % s.filters];
    }
    walk(
        s,
        s.image,
        (image, position) -> {
          for (int c = 0; c < s.channels; c++) {
            float value =
                x.floats()[(image * s.channels + c) * Shapes.elements(s.image) + position];
            for (int f = 0; f < s.filters / s.group; f++) {
              int filter = c / (s.channels / s.group) * (s.filters / s.group) + f;
              for (int tap = 0; tap < Shapes.elements(s.kernel); tap++) {
                int to = element(s, size, index(s.image, position), index(s.kernel, tap));
                if (to >= 0) {
                  int weight = (c * (s.filters / s.group) + f) * Shapes.elements(s.kernel) + tap;
                  expected[(image * s.filters + filter) * elements + to] +=
                      value * w.floats()[weight];
                }
              }
            }
          }
        });
    assertThat(found.shape()).isEqualTo(join(of(s.batch, s.filters), size));
    assertThat(found.floats()).isEqualTo(expected);
  }

  @Test
  void onePlaneNeedsNoCopyOfItsPatches() {
    Tensor x = TestGraph.small(1, 1, 5, 6, 4);
    TestGraph graph =
        new TestGraph(13)
            .input("x", 1, 5, 6, 4)
            .constant("w", TestGraph.small(2, 3, 5, 1, 1))
            .node("Conv", "x w", "y")
            .output("y");
    try (OnnxModel model = graph.model()) {
      ModelPlan plan = ModelGraph.of(model).plan(Map.of());
      assertThat(plan.peakBytes()).isEqualTo(3 * 6 * 4 * Float.BYTES);
      ModelSession session = new ModelSession(plan);
      session.listen(
          (product, sample) ->
              assertThat(product.right().values()).as("no copy").isSameAs(x.floats()));
      try (var multiplier = new org.lightpath.cloud.product.HostMultiplier()) {
        assertThat(session.run(Map.of("x", x), multiplier, 0)).containsKey("y");
      }
    }
  }

  @Test
  void planOfAConvolutionIsOneProductOfAllImages() {
    Tensor x = TestGraph.small(1, 2, 4, 6, 6);
    TestGraph graph =
        new TestGraph(13)
            .input("x", 2, 4, 6, 6)
            .constant("w", TestGraph.small(2, 6, 2, 3, 3))
            .node("Conv", "x w", "y", "group", 2, "pads", of(1, 1, 1, 1))
            .output("y");
    try (OnnxModel model = graph.model()) {
      ModelPlan plan = ModelGraph.of(model).plan(TestGraph.shapes(Map.of("x", x)));
      assertThat(plan.products()).hasSize(1);
      PlannedProduct product = plan.products().getFirst();
      assertThat(product.shape())
          .isEqualTo(org.lightpath.core.plan.MatmulShape.of(2, 3, 2 * 36, 2 * 9));
      assertThat(product.leftConstant()).isTrue();
      assertThat(product.rightConstant()).isFalse();
      assertThat(product.weights()).isEqualTo(6 * 2 * 9);
      assertThat(plan.macs()).isEqualTo(2L * 6 * 36 * 2 * 9);
    }
  }

  /** Work at a position of an image. */
  private interface Visit {
    void at(int image, int position);
  }

  private static void walk(Setting s, int[] size, Visit visit) {
    for (int image = 0; image < s.batch; image++) {
      for (int position = 0; position < Shapes.elements(size); position++) {
        visit.at(image, position);
      }
    }
  }

  private static int[] index(int[] size, int element) {
    int[] strides = Shapes.strides(size);
    return IntStream.range(0, size.length).map(a -> element / strides[a] % size[a]).toArray();
  }

  /** Element that a tap of a window at a position lies on, −1 outside. */
  private static int element(Setting s, int[] size, int[] position, int[] tap) {
    int element = 0;
    for (int a = 0; a < size.length; a++) {
      int at = position[a] * s.strides[a] + tap[a] * s.dilations[a] - s.pads[a];
      if (at < 0 || at >= size[a]) {
        return -1;
      }
      element = element * size[a] + at;
    }
    return element;
  }

  private static int[] join(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  private static Tensor run(String operator, Setting s, Tensor x, Tensor w, Tensor b) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("strides", s.strides);
    attributes.put("dilations", s.dilations);
    attributes.put("pads", s.pads);
    attributes.put("group", s.group);
    if (operator.equals("ConvTranspose")) {
      attributes.put("output_padding", s.extra);
    }
    List<Object> list =
        attributes.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toList();
    TestGraph graph =
        new TestGraph(13)
            .input("x", x.shape())
            .constant("w", w)
            .constant("b", b)
            .node(operator, "x w b", "y", list.toArray())
            .output("y");
    return Objects.requireNonNull(graph.run(Map.of("x", x)).get("y"));
  }
}
