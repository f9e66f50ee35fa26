package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.CoreDesign;

/** Small cases computed by hand, and sums that have to agree. */
class CloudAccountTest {
  /** A value is a dozen operations away from its inputs, each of half an ulp (1.1e-16) of error. */
  private static final Percentage ROUNDING = withinPercentage(100 * 12 * 1.2e-16);

  private static InferenceAccount account(CloudSetting setting, Layer... layers) {
    return CloudAccount.of(TinySetting.inference(layers), setting);
  }

  @Test
  void energyOfOneProductIsWhatIsComputedByHand() {
    Energies energies = account(TinySetting.setting(), TinySetting.product()).energies();

    // 12 cycles of 1 ns; lasers 1 uW * 6 outputs * 10 (chip) / 0.5 = 0.12 mW, inputs *10 (path).
    Map<EnergyComponent, Double> expected =
        Map.ofEntries(
            Map.entry(EnergyComponent.LASER_INPUTS, 0.25 * 0.12e-3 * 10 * 12e-9),
            Map.entry(EnergyComponent.LASER_WEIGHTS, 0.75 * 0.12e-3 * 12e-9),
            Map.entry(EnergyComponent.MODULATOR_INPUTS, 80 * 0.1e-12 + 8 * 1e-3 * 12e-9),
            Map.entry(EnergyComponent.MODULATOR_WEIGHTS, 100 * 0.1e-12 + 12 * 1e-3 * 12e-9),
            Map.entry(EnergyComponent.DAC_INPUTS, 80 * 10e-12),
            Map.entry(EnergyComponent.DAC_WEIGHTS, 100 * 10e-12),
            Map.entry(EnergyComponent.PHOTODIODE, 6 * 2 * 1e-3 * 12e-9),
            Map.entry(EnergyComponent.TIA, 6 * 2e-3 * 12e-9),
            Map.entry(EnergyComponent.ADC, 40 * 5e-12),
            Map.entry(EnergyComponent.AMPLIFIERS, 12 * 0.5 * 12e-9),
            Map.entry(EnergyComponent.DIGITAL_LINK, 20 * 8 * 10e-12),
            Map.entry(EnergyComponent.MEMORY, 50 * 10e-12 + (80 + 100 + 40) * 1e-12),
            Map.entry(EnergyComponent.PARTIAL_SUMS, 20 * 0.1e-12));
    assertThat(energies.joules().keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (component, joules) ->
            assertThat(energies.of(component)).as(component.label()).isCloseTo(joules, ROUNDING));
  }

  @Test
  void timeOfOneProductIsWhatIsComputedByHand() {
    Durations durations = account(TinySetting.setting(), TinySetting.product()).durations();

    Map<LatencyStage, Double> expected =
        Map.ofEntries(
            Map.entry(LatencyStage.CONVERSION, 1e-9),
            Map.entry(LatencyStage.INPUT_PATH, 10e-6),
            Map.entry(LatencyStage.FLIGHT, 0.1e-9),
            // The last of two windows holds one of the three cycles of a block.
            Map.entry(LatencyStage.MODULATION, 11e-9),
            Map.entry(LatencyStage.INTEGRATION, 1e-9),
            Map.entry(LatencyStage.MEMORY_WAIT, 50e-9 - 12e-9),
            Map.entry(LatencyStage.READ_OUT, 5e-9),
            Map.entry(LatencyStage.PARTIAL_SUMS, 20e-12),
            Map.entry(LatencyStage.RESULT_TRANSFER, 160e-9),
            Map.entry(LatencyStage.RETURN_PATH, 30e-6));
    assertThat(durations.seconds().keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (stage, seconds) ->
            assertThat(durations.of(stage)).as(stage.label()).isCloseTo(seconds, ROUNDING));
    assertThat(durations.total())
        .isCloseTo(expected.values().stream().mapToDouble(x -> x).sum(), ROUNDING);
    assertThat(durations.fibreShare()).isCloseTo(40e-6 / durations.total(), ROUNDING);
    assertThat(durations.breakdown("tiny").totalSeconds()).isCloseTo(durations.total(), ROUNDING);
  }

  @Test
  void energyPerOperationCountsTheMacsOfItsScope() {
    InferenceAccount account =
        account(
            TinySetting.setting(),
            TinySetting.product(),
            TinySetting.product().placed(ProductLayer.Placement.DIGITAL));

    assertThat(account.opticalShare()).isEqualTo(0.5);
    assertThat(account.layers().get(1).joulesPerMac(EnergyScope.WHOLE_SYSTEM).orElseThrow())
        .isCloseTo((200 * 10e-12 + 20 * 8 * 10e-12) / 200, ROUNDING);
    assertThat(account.averageWatts())
        .isCloseTo(account.energies().total() / account.rate().interval(), ROUNDING);
    double core = account.energies().total(EnergyScope.OPTICAL_CORE);
    double whole = account.energies().total();
    assertThat(account.figure(EnergyScope.OPTICAL_CORE).joulesPerOp())
        .isCloseTo(core / (2 * 200), ROUNDING);
    assertThat(account.figure(EnergyScope.WHOLE_SYSTEM).joulesPerOp())
        .isCloseTo(whole / (2 * 400), ROUNDING);
    assertThat(account.energies().of(EnergyComponent.DIGITAL_PRODUCTS))
        .isCloseTo(200 * 10e-12, ROUNDING);
  }

  @Test
  void sumsByLayerAndByComponentAgree() {
    for (ServiceRules.Activations activations : ServiceRules.Activations.values()) {
      for (ServiceRules.WeightArrival arrival : ServiceRules.WeightArrival.values()) {
        InferenceAccount account =
            account(
                TinySetting.setting().with(TinySetting.rules(activations, arrival)),
                TinySetting.product(),
                new ElementLayer("relu", "Relu", 1000, 200, 3),
                TinySetting.product(MatmulShape.of(2, 7, 3, 9), ProductLayer.Weights.NONE, 5),
                TinySetting.product().placed(ProductLayer.Placement.DIGITAL));
        double byLayer = account.layers().stream().mapToDouble(l -> l.energies().total()).sum();
        double byComponent =
            Arrays.stream(EnergyComponent.values()).mapToDouble(account.energies()::of).sum();
        double timeByLayer =
            account.layers().stream().mapToDouble(l -> l.durations().total()).sum();
        // At most 4 layers of 16 components are added in either order.
        Percentage sums = withinPercentage(100 * 64 * 1.2e-16);
        assertThat(byLayer).isCloseTo(account.energies().total(), sums);
        assertThat(byComponent).isCloseTo(account.energies().total(), sums);
        assertThat(timeByLayer).isCloseTo(account.durations().total(), sums);
        assertThat(account.rate().latency()).isCloseTo(account.durations().total(), sums);
      }
    }
  }

  @Test
  void onlyTheFirstRepetitionOfTheFirstProductComesFromTheEdge() {
    ProductLayer thrice =
        TinySetting.product(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.RIGHT, 3);
    double laser =
        account(TinySetting.setting(), thrice).energies().of(EnergyComponent.LASER_INPUTS);
    double once = 0.25 * 0.12e-3 * 12e-9;

    // One over 10 dB of path, two inside the centre.
    assertThat(laser).isCloseTo(once * (10 + 1 + 1), ROUNDING);
    double fromEdge =
        account(
                TinySetting.setting()
                    .with(
                        TinySetting.rules(
                            ServiceRules.Activations.AT_EDGE,
                            ServiceRules.WeightArrival.SCHEDULED)),
                thrice)
            .energies()
            .of(EnergyComponent.LASER_INPUTS);
    assertThat(fromEdge).isCloseTo(once * 30, ROUNDING);
  }

  @Test
  void elementWiseWorkIsDigital() {
    InferenceAccount account =
        account(TinySetting.setting(), new ElementLayer("relu", "Relu", 1000, 200, 3));

    assertThat(account.energies().of(EnergyComponent.ELEMENT_WISE))
        .isCloseTo(3 * 1000 * 0.1e-12, ROUNDING);
    assertThat(account.energies().of(EnergyComponent.MEMORY)).isCloseTo(3 * 200 * 1e-12, ROUNDING);
    assertThat(account.durations().of(LatencyStage.ELEMENT_WISE)).isCloseTo(3e-9, ROUNDING);
    assertThat(account.layers().getFirst().tiling()).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> account.figure(EnergyScope.WHOLE_SYSTEM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tiny: no multiply-accumulates");
  }

  @Test
  void aCoreWhoseFanOutsDoNotFitIsRefusedByName() {
    CloudSetting setting = TinySetting.setting();
    CoreDesign core = TinySetting.core();
    CoreDesign odd =
        new CoreDesign(
            core.name(),
            core.array(),
            core.operation(),
            new CoreDesign.Reuse(4, 2, 1),
            core.parts());

    assertThatThrownBy(
            () -> account(setting.with(TinySetting.hardware(odd)), TinySetting.product()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tiny core")
        .hasMessageContaining("0.75");
  }
}
