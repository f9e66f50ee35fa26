package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.OperationDefinition;

class EnergyComparisonTest {
  private static final ProductLayer LAYER =
      TinySetting.product(MatmulShape.of(1, 24, 96, 144), ProductLayer.Weights.RIGHT, 1);

  private static InferenceAccount account(ProductLayer layer) {
    return CloudAccount.of(TinySetting.inference(layer), AccountPresets.setting(4));
  }

  @Test
  void everyFigureHasItsDefinitionAndSource() {
    InferenceAccount account = account(LAYER);
    List<EnergyComparison.Row> rows = EnergyComparison.of(account);

    assertThat(rows).allSatisfy(row -> assertThat(row.figure().label()).contains("op", "mW/TOPS"));
    assertThat(of(rows, EnergyComparison.Group.OURS)).hasSize(3);
    assertThat(of(rows, EnergyComparison.Group.ELECTRONIC))
        .extracting(row -> row.figure().name())
        .anyMatch(name -> name.contains("FP32"))
        .anyMatch(name -> name.contains("INT8"));
    EnergyComparison.Row paper = of(rows, EnergyComparison.Group.PAPER).getFirst();
    assertThat(paper.figure().operation()).isEqualTo(OperationDefinition.UNSTATED);
    // Per operation, since the paper has no definition: 118.6 over ours.
    double ours = account.figure(EnergyScope.WHOLE_SYSTEM).milliwattsPerTops();
    assertThat(paper.overWhole()).isCloseTo(118.6 / ours, withinPercentage(1e-12));
    assertThat(rows.stream().filter(row -> row.figure().milliwattsPerTops() == 118.6)).hasSize(1);
  }

  /** Wider scopes hold more: core ≤ core and network ≤ all of it. */
  @Test
  void scopesGrow() {
    List<Double> ours =
        of(EnergyComparison.of(account(LAYER)), EnergyComparison.Group.OURS).stream()
            .map(row -> row.figure().joulesPerOp())
            .toList();

    assertThat(ours).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void digitalInferencesHaveNoOpticalFigure() {
    List<EnergyComparison.Row> rows =
        EnergyComparison.of(account(LAYER.placed(ProductLayer.Placement.DIGITAL)));

    EnergyComparison.Row only = of(rows, EnergyComparison.Group.OURS).getFirst();
    assertThat(of(rows, EnergyComparison.Group.OURS)).hasSize(1);
    // The processor is the FP32 baseline; results sent back are all that is added.
    EnergyComparison.Row same = of(rows, EnergyComparison.Group.ELECTRONIC).getFirst();
    assertThat(only.figure().joulesPerOp()).isGreaterThan(same.figure().joulesPerOp());
    assertThat(same.overWhole()).isBetween(0.99, 1.0);
  }

  private static List<EnergyComparison.Row> of(
      List<EnergyComparison.Row> rows, EnergyComparison.Group group) {
    return rows.stream().filter(row -> row.group() == group).toList();
  }
}
