package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.fiber.Optics;

class MetroNetworksTest {
  static List<NetworkPreset> all() {
    return MetroNetworks.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyEdgeNodeReachesTheCentreAndBackWithMargin(NetworkPreset preset) {
    DwdmGrid grid = DwdmGrid.around(100e9, 16);
    List<Demand> demands = new ArrayList<>();
    for (NetworkNode node : preset.network().nodes(NodeKind.EDGE)) {
      demands.addAll(Demand.bothWays(node.name(), "centre", 2));
    }
    WavelengthPlan plan =
        new WavelengthPlanner(preset.network(), grid, 2, new AssignmentPolicy.FirstFit())
            .plan(demands);
    TransmissionModel model = new TransmissionModel(preset.network(), grid, preset.transmission());
    List<PathBudget> budgets = model.budgets(plan);
    assertThat(budgets).hasSize(2 * demands.size());
    for (PathBudget budget : budgets) {
      assertThat(budget.warnings()).isEmpty();
      assertThat(budget.requireMargin().quality().margins().decibels()).isBetween(0.5, 30.0);
      assertThat(budget.quality().noise().nonlinearSnr()).isPresent();
    }
    assertThat(preset.values()).allSatisfy(v -> assertThat(v.source()).isNotBlank());
    assertThat(MetroNetworks.find(preset.name())).isPresent();
  }

  @Test
  void theRingLaunchesTheSameIntoEveryFibre() {
    NetworkPreset preset = MetroNetworks.ring();
    TransmissionModel model =
        new TransmissionModel(preset.network(), DwdmGrid.around(100e9, 4), preset.transmission());
    PathBudget budget = model.budget(new Router(preset.network()).shortest("edge-3", "centre"), 0);
    for (int i = 0; i < 5; i += 2) {
      assertThat(Optics.toDbm(budget.stages().get(i).power().output())).isBetween(-8.001, -7.999);
    }
    assertThat(budget.linkStages()).hasSize(3);
  }
}
