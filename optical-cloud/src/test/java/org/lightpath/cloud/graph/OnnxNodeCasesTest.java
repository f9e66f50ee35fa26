package org.lightpath.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.TestData;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * The conformance cases of ONNX 1.12 for single operators: each gives the expected output or is
 * refused by name before anything runs. A list of the cases that pass must not shrink.
 */
class OnnxNodeCasesTest {
  /** Relative tolerance of ONNX's own runner of these cases. */
  private static final double RELATIVE = 1e-3;

  /** Absolute tolerance of ONNX's own runner of these cases. */
  private static final double ABSOLUTE = 1e-7;

  /**
   * Cases whose expectation is known to be wrong: ONNX Runtime fails them as well, for downsampling
   * with align_corners takes the rounded output size there and the exact one in later versions.
   */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "resize_downsample_scales_linear_align_corners",
          "resize_downsample_scales_cubic_align_corners");

  /** What became of a case. */
  private enum Outcome {
    PASSED(0),
    UNSUPPORTED(1),
    FAILED(2);

    private final int column;

    Outcome(int column) {
      this.column = column;
    }
  }

  @Test
  void everySupportedCaseGivesTheExpectedOutput() throws IOException {
    Map<String, byte[]> files = TarFile.read(TestData.path("onnx-node-cases-v1.12.0.tar.gz"));
    Set<String> passed = new TreeSet<>();
    List<String> failed = new ArrayList<>();
    Map<String, int[]> counts = new TreeMap<>();
    for (String file : files.keySet()) {
      if (file.endsWith("/model.onnx")) {
        String folder = file.substring(0, file.lastIndexOf('/'));
        String name = folder.substring(folder.indexOf("/test_") + "/test_".length());
        Case found = run(files, folder, name);
        if (found.outcome == Outcome.PASSED) {
          passed.add(name);
        } else if (found.outcome == Outcome.FAILED && !AMBIGUOUS.contains(name)) {
          failed.add(name + ": " + found.message);
        }
        counts.computeIfAbsent(found.operator, key -> new int[3])[found.outcome.column]++;
      }
    }
    counts.forEach(
        (operator, count) ->
            System.out.println(
                operator
                    + ": passed "
                    + count[0]
                    + ", refused "
                    + count[1]
                    + ", failed "
                    + count[2]));
    System.out.println("passed " + passed.size());
    assertThat(failed).isEmpty();
    assertThat(passed).containsAll(expected());
  }

  private static List<String> expected() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OnnxNodeCasesTest.class.getResourceAsStream("onnx-node-cases.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  private record Case(String operator, Outcome outcome, String message) {}

  private static Case run(Map<String, byte[]> files, String folder, String name) {
    String operator = "?";
    byte[] bytes = Objects.requireNonNull(files.get(folder + "/model.onnx"));
    try (OnnxModel model = OnnxReader.read(name, bytes)) {
      operator = model.graph().nodes().getFirst().operator();
      ModelGraph graph = ModelGraph.of(model);
      String problem = compare(graph, files, folder + "/test_data_set_0/");
      return new Case(operator, problem.isEmpty() ? Outcome.PASSED : Outcome.FAILED, problem);
    } catch (UnsupportedOperatorException | InvalidModelException e) {
      return new Case(operator, Outcome.UNSUPPORTED, "");
    } catch (RuntimeException e) {
      return new Case(operator, Outcome.FAILED, e.toString());
    }
  }

  private static Tensor tensor(Map<String, byte[]> files, String name) {
    return Tensor.of(OnnxReader.readTensor(name, Objects.requireNonNull(files.get(name))));
  }

  private static String compare(ModelGraph graph, Map<String, byte[]> files, String folder) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (int i = 0; i < graph.inputs().size(); i++) {
      inputs.put(graph.inputs().get(i).name(), tensor(files, folder + "input_" + i + ".pb"));
    }
    Map<String, Tensor> outputs = execute(graph, inputs);
    for (int i = 0; i < graph.outputs().size(); i++) {
      Tensor expected = tensor(files, folder + "output_" + i + ".pb");
      Tensor found = Objects.requireNonNull(outputs.get(graph.outputs().get(i).name()));
      String problem = difference(found, expected);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  /** With as few inputs as possible bound beforehand: none, all but the first, all. */
  private static Map<String, Tensor> execute(ModelGraph graph, Map<String, Tensor> inputs) {
    IllegalArgumentException last = null;
    for (int unbound : new int[] {graph.inputs().size(), 1, 0}) {
      Map<String, Tensor> bound = new HashMap<>(inputs);
      Map<String, Tensor> given = new HashMap<>();
      Map<String, int[]> shapes = new HashMap<>();
      for (int i = 0; i < Math.min(unbound, graph.inputs().size()); i++) {
        String name = graph.inputs().get(i).name();
        Tensor value = Objects.requireNonNull(bound.remove(name));
        given.put(name, value);
        shapes.put(name, value.shape());
      }
      try (HostMultiplier multiplier = new HostMultiplier()) {
        return new ModelSession(graph.plan(shapes, bound)).run(given, multiplier, 0);
      } catch (IllegalArgumentException e) {
        last = e;
        if (!String.valueOf(e.getMessage()).contains("must be known before the run")) {
          throw e;
        }
      }
    }
    throw Objects.requireNonNull(last);
  }

  private static String difference(Tensor found, Tensor expected) {
    if (found.type() != expected.type() || !Arrays.equals(found.shape(), expected.shape())) {
      return "found " + found + ", expected " + expected;
    }
    for (int i = 0; i < expected.elements(); i++) {
      double a = expected.real() ? found.floats()[i] : found.longs()[i];
      double b = expected.real() ? expected.floats()[i] : expected.longs()[i];
      double rounding = expected.type() == OnnxType.FLOAT16 ? Math.abs(b) * 0x1p-10 : 0;
      boolean equal = a == b || (Double.isNaN(a) && Double.isNaN(b));
      if (!equal && !(Math.abs(a - b) <= ABSOLUTE + RELATIVE * Math.abs(b) + rounding)) {
        return "element " + i + " is " + a + ", expected " + b;
      }
    }
    return "";
  }
}
