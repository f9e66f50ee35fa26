package org.lightpath.cloud.generate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lightpath.cloud.TestData;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.quality.FeatureStatistics;
import org.lightpath.cloud.quality.ReferenceData;
import org.lightpath.datasets.onnx.OnnxReader;

/** Models that tests run; the test is skipped where they are not. */
final class Models {
  private static final int FEATURES = 128;

  private Models() {}

  static ModelGraph graph(String name) {
    return ModelGraph.of(OnnxReader.read(TestData.path(name + "/" + name + ".onnx")));
  }

  static ModelRunner digital(String name) {
    return with(name, new HostMultiplier());
  }

  static ModelRunner with(String name, Multiplier multiplier) {
    return with(name, multiplier, List.of());
  }

  static ModelRunner with(String name, Multiplier multiplier, List<String> taps) {
    return new GraphRunner(graph(name), multiplier, taps);
  }

  /** The classifier of digits, which knows 3000 real ones. */
  static ImageComparison comparison(ModelRunner classifier, int batch) throws IOException {
    float[] real = ReferenceData.floats("metric_reference/features_real_test3000.npy");
    return new ImageComparison(
        Optional.of(
            new ImageComparison.Judge(
                Classifier.DEFAULT,
                classifier,
                Batching.of(batch),
                Optional.of(FeatureStatistics.of(real, FEATURES)))));
  }
}
