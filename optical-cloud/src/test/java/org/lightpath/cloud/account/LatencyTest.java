package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.account.ServiceRate.Resource;
import org.lightpath.cloud.account.ServiceRules.Activations;
import org.lightpath.cloud.account.ServiceRules.WeightArrival;
import org.lightpath.core.plan.MatmulShape;

class LatencyTest {
  private static final Percentage ROUNDING = withinPercentage(100 * 48 * 1.2e-16);
  private static final CloudSetting SETTING = TinySetting.setting();

  private static final ProductLayer THRICE =
      TinySetting.product(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.RIGHT, 3);

  private static InferenceAccount account(
      Activations activations, WeightArrival weights, Layer... layers) {
    return CloudAccount.of(
        TinySetting.inference(layers), SETTING.with(TinySetting.rules(activations, weights)));
  }

  @Test
  void keptAtTheCentreOnlyTheFirstInputsAndTheLastResultsTravel() {
    Durations durations =
        account(Activations.AT_CENTRE, WeightArrival.SCHEDULED, THRICE, THRICE).durations();

    assertThat(durations.fibre()).isCloseTo(10e-6 + 30e-6, ROUNDING);
  }

  @Test
  void keptAtTheEdgeEveryProductPaysBothWays() {
    Durations durations =
        account(Activations.AT_EDGE, WeightArrival.SCHEDULED, THRICE, THRICE).durations();

    assertThat(durations.fibre()).isCloseTo(6 * (10e-6 + 30e-6), ROUNDING);
    assertThat(durations.of(LatencyStage.RESULT_TRANSFER)).isCloseTo(6 * 160e-9, ROUNDING);
  }

  /** The round trip of 40 µs counts, less 10 µs of the one repetition with inputs on their way. */
  @Test
  void weightsOnRequestWaitForTheirRoundTrip() {
    Durations asked = account(Activations.AT_CENTRE, WeightArrival.ON_REQUEST, THRICE).durations();
    Durations scheduled =
        account(Activations.AT_CENTRE, WeightArrival.SCHEDULED, THRICE).durations();

    assertThat(asked.of(LatencyStage.WEIGHT_WAIT)).isCloseTo(30e-6 + 2 * 40e-6, ROUNDING);
    assertThat(asked.total() - asked.of(LatencyStage.WEIGHT_WAIT))
        .isCloseTo(scheduled.total(), ROUNDING);
  }

  @Test
  void storedWeightsComeOnceWithOneDelay() {
    InferenceAccount stored =
        account(Activations.AT_CENTRE, WeightArrival.STORED_FIRST, THRICE, THRICE);

    assertThat(stored.durations().of(LatencyStage.WEIGHT_PATH)).isCloseTo(20e-6, ROUNDING);
    assertThat(stored.durations().of(LatencyStage.WEIGHT_TRANSFER))
        .isCloseTo(2 * 50 * 8 / 1e9, ROUNDING);
    // 100 weights and 20 results of 8 bit at 10 pJ; both streams' lasers are in the centre then.
    assertThat(stored.energies().of(EnergyComponent.DIGITAL_LINK))
        .isCloseTo((100 + 20) * 8 * 10e-12, ROUNDING);
    assertThat(stored.energies().of(EnergyComponent.AMPLIFIERS))
        .isCloseTo(0.5 * 100 * 8 / 1e9, ROUNDING);
  }

  @Test
  void attentionNeedsNoWeights() {
    ProductLayer attention =
        TinySetting.product(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.NONE, 3);

    for (WeightArrival arrival : WeightArrival.values()) {
      InferenceAccount account = account(Activations.AT_CENTRE, arrival, attention);
      assertThat(account.durations().fibre()).as(arrival.name()).isCloseTo(40e-6, ROUNDING);
      assertThat(account.energies().of(EnergyComponent.AMPLIFIERS)).isZero();
    }
  }

  @Test
  void rateIsBoundByTheBusiestResource() {
    // 12 ns of light, 50 ns of main memory, 20 ps of sums, 160 ns of results.
    InferenceAccount link =
        account(Activations.AT_CENTRE, WeightArrival.SCHEDULED, TinySetting.product());
    assertThat(link.rate().bound()).isEqualTo(Resource.DIGITAL_LINK);
    assertThat(link.rate().inferencesPerSecond()).isCloseTo(1 / 160e-9, ROUNDING);
    assertThat(link.rate().utilisation(Resource.OPTICAL_CORE)).isCloseTo(12.0 / 160, ROUNDING);
    assertThat(link.rate().oneByOne()).isCloseTo(1 / link.durations().total(), ROUNDING);

    InferenceAccount memory =
        account(Activations.AT_CENTRE, WeightArrival.SCHEDULED, THRICE, THRICE);
    assertThat(memory.rate().bound()).isEqualTo(Resource.MAIN_MEMORY);
    assertThat(memory.rate().interval()).isCloseTo(6 * 50e-9, ROUNDING);

    InferenceAccount processor =
        account(
            Activations.AT_CENTRE,
            WeightArrival.SCHEDULED,
            TinySetting.product(),
            new ElementLayer("softmax", "Softmax", 1e6, 0, 1));
    assertThat(processor.rate().bound()).isEqualTo(Resource.PROCESSOR);
  }

  /** In 160 ns the core works 12; in the other 148 its biases and lasers stay on. */
  @Test
  void idlePowerIsPaidForTheTimeTheCoreWaits() {
    ServiceRules on =
        new ServiceRules(
            1, Activations.AT_CENTRE, WeightArrival.SCHEDULED, ServiceRules.IdlePower.ON, 1);
    InferenceAccount account =
        CloudAccount.of(TinySetting.inference(TinySetting.product()), SETTING.with(on));
    InferenceAccount off =
        account(Activations.AT_CENTRE, WeightArrival.SCHEDULED, TinySetting.product());
    double lasers = 0.12e-3 * (0.25 + 0.75);
    double biases = (8 + 12) * 1e-3 + 6 * 2 * 1e-3 + 6 * 2e-3;
    double amplifiers = 12 * 0.5;

    assertThat(account.energies().of(EnergyComponent.IDLE))
        .isCloseTo((lasers + biases + amplifiers) * 148e-9, ROUNDING);
    assertThat(account.energies().total() - account.idle())
        .isCloseTo(off.energies().total(), ROUNDING);
  }

  /** Longer fibre adds time of flight and nothing else, so its share grows towards 1. */
  @Test
  void fibreShareGrowsWithItsLength() {
    double last = 0;
    double beside = new Durations(handMade()).total();
    for (double delay : new double[] {0, 1e-6, 1e-4, 1e-2}) {
      CloudPaths paths =
          new CloudPaths(
              SETTING.paths().inputs().withDelay(delay),
              SETTING.paths().weights(),
              SETTING.paths().results().withDelay(delay),
              SETTING.paths().digital());
      Durations durations =
          CloudAccount.of(TinySetting.inference(TinySetting.product()), SETTING.with(paths))
              .durations();
      assertThat(durations.total()).isCloseTo(2 * delay + beside, ROUNDING);
      assertThat(durations.fibreShare()).isGreaterThanOrEqualTo(last);
      last = durations.fibreShare();
    }
    assertThat(last).isGreaterThan(0.999);
  }

  /** Stages of the tiny product that are no flight in the network. */
  private static Map<LatencyStage, Double> handMade() {
    return Map.of(
        LatencyStage.CONVERSION, 1e-9,
        LatencyStage.FLIGHT, 0.1e-9,
        LatencyStage.MODULATION, 11e-9,
        LatencyStage.INTEGRATION, 1e-9,
        LatencyStage.MEMORY_WAIT, 38e-9,
        LatencyStage.READ_OUT, 5e-9,
        LatencyStage.PARTIAL_SUMS, 20e-12,
        LatencyStage.RESULT_TRANSFER, 160e-9);
  }
}
