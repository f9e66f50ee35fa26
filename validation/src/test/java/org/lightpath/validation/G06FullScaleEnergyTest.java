package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.account.FullScale;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.datasets.builder.ShapeOnlyModel;
import org.lightpath.datasets.builder.ShapeOnlyModels;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxValue;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.published.Scenarios;

/**
 * G6: what 118.6 mW/TOPS, 1 MAC = 2 op, makes of published models at full size whose
 * multiply–accumulates are counted from planned graphs, layer by layer: arithmetic only.
 */
class G06FullScaleEnergyTest {
  /**
   * A model and the digits of the table.
   *
   * @param name of the graph
   * @param size name of its row
   * @param macs of one unit
   * @param halfMacs half a unit of the last printed digit
   * @param energy of one unit [J]
   * @param halfEnergy half a unit of the last printed digit [J]
   */
  private record Row(
      String name, String size, double macs, double halfMacs, double energy, double halfEnergy) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("dcgan64", "DCGAN 64x64 generator", 0.411e9, 0.5e6, 0.10e-3, 0.005e-3),
          // 1.48 J for 1000 steps.
          new Row("ddpm_cifar10", "DDPM CIFAR-10 U-Net", 6.22e9, 5e6, 1.48e-3, 0.005e-3),
          new Row("gpt2", "GPT-2 124M, T=1024", 0.142e9, 0.5e6, 34e-6, 0.5e-6));

  static final double[] MILLIJOULES = ROWS.stream().mapToDouble(row -> row.energy * 1e3).toArray();

  /** Multiply–accumulates of one unit, counted from the planned products. */
  private static double counted(String name) {
    try (ShapeOnlyModel model = ShapeOnlyModels.open(name, 1)) {
      double sum = 0;
      for (ShapeOnlyModel.Part part : model.parts()) {
        sum += (double) part.repeats() * macs(part.model());
      }
      return sum / model.unitsPerRun();
    }
  }

  private static long macs(OnnxModel model) {
    ModelGraph graph = ModelGraph.of(model);
    Map<String, int[]> shapes = new LinkedHashMap<>();
    for (OnnxValue input : graph.inputs()) {
      shapes.put(
          input.name(),
          Objects.requireNonNull(input.dims()).stream()
              .mapToInt(dim -> (int) Math.max(1, dim.value()))
              .toArray());
    }
    return graph.plan(shapes).macs();
  }

  @Test
  void energyIsThatOfTheTable() {
    for (Row row : ROWS) {
      double macs = counted(row.name);
      assertThat(macs).as(row.name).isCloseTo(row.macs, within(row.halfMacs));
      double joules = FullScale.joulesAtPaperFigure(macs);
      assertThat(joules).as(row.name).isCloseTo(row.energy, within(row.halfEnergy));
      // 118.6 mW/TOPS are 0.1186 pJ for each operation.
      assertThat(joules).isCloseTo(2 * macs * 0.1186e-12, within(1e-12 * joules));
      FullScale.Row full = FullScale.row(FullScale.size(row.size));
      assertThat(full.macs()).isEqualTo(row.macs);
      assertThat(full.atPaperFigure()).isCloseTo(row.energy, within(row.halfEnergy));
    }
  }

  /** Counter-check: one operation for each multiply–accumulate is outside. */
  @Test
  void halfAsManyOperationsAreTold() {
    for (Row row : ROWS) {
      double half =
          FullScale.joules(
              row.macs, Scenarios.opticalComputingCentre(), OperationDefinition.MAC_IS_ONE_OP);
      assertThat(Math.abs(half - row.energy)).as(row.name).isGreaterThan(5 * row.halfEnergy);
    }
  }
}
