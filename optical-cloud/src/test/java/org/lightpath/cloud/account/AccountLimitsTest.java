package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.TileShape;

/** How the terms scale, and that what must not change does not. */
class AccountLimitsTest {
  private static final Percentage ROUNDING = withinPercentage(100 * 48 * 1.2e-16);
  private static final CloudSetting SETTING = TinySetting.setting();

  /** Fills the tiny array: multiples of 2, 3 and 4·8. */
  private static final MatmulShape FULL = MatmulShape.of(1, 8, 6, 64);

  private static Energies energies(CloudSetting setting, MatmulShape shape) {
    ProductLayer layer = TinySetting.product(shape, ProductLayer.Weights.RIGHT, 1);
    return CloudAccount.of(TinySetting.inference(layer), setting).energies();
  }

  private static CloudSetting tile(UnaryOperator<TileShape> change) {
    CoreDesign core = TinySetting.core();
    CoreDesign other = CoreEdits.tile(core, change.apply(core.array().tile()));
    return SETTING.with(TinySetting.hardware(other));
  }

  @Test
  void lasersOfAStreamSpendTenfoldForTenDecibelsOfItsPath() {
    CloudPaths paths = SETTING.paths();
    CloudPaths lossy =
        new CloudPaths(
            paths.inputs().withLoss(paths.inputs().lossDecibels() + 10),
            paths.weights(),
            paths.results(),
            paths.digital());
    Energies before = energies(SETTING, FULL);
    Energies after = energies(SETTING.with(lossy), FULL);

    assertThat(after.of(EnergyComponent.LASER_INPUTS))
        .isCloseTo(10 * before.of(EnergyComponent.LASER_INPUTS), ROUNDING);
    for (EnergyComponent other : EnergyComponent.values()) {
      if (other != EnergyComponent.LASER_INPUTS) {
        assertThat(after.of(other)).as(other.label()).isEqualTo(before.of(other));
      }
    }
  }

  /** Biases stay on while the array integrates: only conversions and what follows them fall. */
  @Test
  void conversionsHalveWithDoubledIntegrationLength() {
    Energies before = energies(SETTING, FULL);
    Energies after =
        energies(
            tile(t -> new TileShape(t.rows(), t.columns(), t.wavelengths(), 2 * t.timeSteps())),
            FULL);

    assertThat(after.of(EnergyComponent.ADC))
        .isCloseTo(before.of(EnergyComponent.ADC) / 2, ROUNDING);
    assertThat(after.of(EnergyComponent.TIA)).isEqualTo(before.of(EnergyComponent.TIA));
    assertThat(after.of(EnergyComponent.DAC_INPUTS))
        .isEqualTo(before.of(EnergyComponent.DAC_INPUTS));
    assertThat(after.of(EnergyComponent.PARTIAL_SUMS))
        .isLessThan(before.of(EnergyComponent.PARTIAL_SUMS));
  }

  @Test
  void aWeightFansOutToTwiceTheRowsForHalfTheSymbols() {
    Energies before = energies(SETTING, FULL);
    Energies after =
        energies(
            tile(t -> new TileShape(2 * t.rows(), t.columns(), t.wavelengths(), t.timeSteps())),
            FULL);

    assertThat(after.of(EnergyComponent.DAC_WEIGHTS))
        .isCloseTo(before.of(EnergyComponent.DAC_WEIGHTS) / 2, ROUNDING);
    assertThat(after.of(EnergyComponent.DAC_INPUTS))
        .isCloseTo(before.of(EnergyComponent.DAC_INPUTS), ROUNDING);
  }

  /**
   * One vector uses one of two rows. Two of them share every weight symbol, and the light with it;
   * their inputs cost what they did. A third needs the weights again.
   */
  @Test
  void batchSharesTheWeightStreamUpToTheFanOut() {
    MatmulShape vector = MatmulShape.of(1, 1, 6, 64);
    Energies one = energies(SETTING, vector);
    Energies two = energies(SETTING.with(SETTING.rules().withBatch(2)), vector);
    Energies three = energies(SETTING.with(SETTING.rules().withBatch(3)), vector);

    assertThat(two.of(EnergyComponent.DAC_WEIGHTS))
        .isCloseTo(one.of(EnergyComponent.DAC_WEIGHTS) / 2, ROUNDING);
    assertThat(two.of(EnergyComponent.LASER_WEIGHTS))
        .isCloseTo(one.of(EnergyComponent.LASER_WEIGHTS) / 2, ROUNDING);
    assertThat(two.of(EnergyComponent.DAC_INPUTS))
        .isCloseTo(one.of(EnergyComponent.DAC_INPUTS), ROUNDING);
    assertThat(three.of(EnergyComponent.DAC_WEIGHTS))
        .isCloseTo(one.of(EnergyComponent.DAC_WEIGHTS) * 2 / 3, ROUNDING);
  }

  /** Weights that are read once serve the whole batch, however often they are streamed. */
  @Test
  void mainMemoryIsReadOncePerBatch() {
    CentreHardware old = SETTING.hardware();
    CloudSetting mainOnly =
        SETTING.with(
            new CentreHardware(
                old.core(),
                old.lasers(),
                new CentreHardware.Memory(10e-12, 0, 1e9),
                old.processor(),
                old.delays()));
    double one = energies(mainOnly, FULL).of(EnergyComponent.MEMORY);
    double ten =
        energies(mainOnly.with(mainOnly.rules().withBatch(10)), FULL).of(EnergyComponent.MEMORY);

    assertThat(one).isCloseTo(6 * 64 * 10e-12, ROUNDING);
    assertThat(ten).isCloseTo(one / 10, ROUNDING);
  }

  /** Attention has no weights: nothing of it is shared. */
  @Test
  void batchDoesNotHelpProductsOfActivations() {
    ProductLayer attention =
        TinySetting.product(MatmulShape.of(1, 1, 6, 64), ProductLayer.Weights.NONE, 1);
    double one = core(attention, 1);

    assertThat(core(attention, 2)).isCloseTo(one, ROUNDING);
  }

  private static double core(ProductLayer layer, int batch) {
    CloudSetting setting = SETTING.with(SETTING.rules().withBatch(batch));
    return CloudAccount.of(TinySetting.inference(layer), setting)
        .energies()
        .total(EnergyScope.OPTICAL_CORE);
  }

  /** Energy is power times time: a clock twice as fast halves what biases and lasers spend. */
  @Test
  void halfTheTimeHalvesWhatIsOnAndLeavesWhatIsCounted() {
    CoreDesign slow = CoreEdits.clock(TinySetting.core(), 0.5e9);
    Energies fast = energies(SETTING, FULL);
    Energies halved = energies(SETTING.with(TinySetting.hardware(slow)), FULL);

    for (EnergyComponent on :
        new EnergyComponent[] {
          EnergyComponent.LASER_INPUTS, EnergyComponent.TIA, EnergyComponent.PHOTODIODE
        }) {
      assertThat(halved.of(on)).as(on.label()).isCloseTo(2 * fast.of(on), ROUNDING);
    }
    for (EnergyComponent counted :
        new EnergyComponent[] {
          EnergyComponent.ADC, EnergyComponent.DAC_INPUTS, EnergyComponent.MEMORY
        }) {
      assertThat(halved.of(counted)).as(counted.label()).isCloseTo(fast.of(counted), ROUNDING);
    }
  }

  @Test
  void photonsSetTheReceivedPower() {
    // 1 photon a MAC, 4 wavelengths, 1 GBd, half of the photons detected: 8e9 photons a second.
    double power = CentreHardware.Lasers.receivedPower(1, TinySetting.core(), 1550e-9, 0.5);

    assertThat(power).isCloseTo(8e9 * 1.28158e-19, withinPercentage(1e-3));
  }

  /** Two passes double the light and the read-outs; weights are still read once from memory. */
  @Test
  void passesRepeatTheLight() {
    Energies once = energies(SETTING, FULL);
    Energies twice = energies(SETTING.with(SETTING.rules().withPasses(2)), FULL);

    assertThat(twice.total(EnergyScope.OPTICAL_CORE))
        .isCloseTo(2 * once.total(EnergyScope.OPTICAL_CORE), ROUNDING);
    assertThat(twice.of(EnergyComponent.MEMORY))
        .isBetween(once.of(EnergyComponent.MEMORY), 2 * once.of(EnergyComponent.MEMORY));
    // 48 outputs in eight windows each: 7 additions, then 15.
    assertThat(once.of(EnergyComponent.PARTIAL_SUMS)).isCloseTo(48 * 7 * 0.1e-12, ROUNDING);
    assertThat(twice.of(EnergyComponent.PARTIAL_SUMS)).isCloseTo(48 * 15 * 0.1e-12, ROUNDING);
  }

  /** Between equal paths nothing tells the first repetition from the others. */
  @Test
  void repetitionsMultiplyEnergyAndBusyTime() {
    StreamPath local = StreamPath.local();
    CloudSetting near =
        SETTING.with(new CloudPaths(local, local, local, SETTING.paths().digital()));
    InferenceAccount once = repeated(near, 1);
    InferenceAccount thrice = repeated(near, 3);

    for (EnergyComponent component : EnergyComponent.values()) {
      double factor = component == EnergyComponent.DIGITAL_LINK ? 1 : 3;
      assertThat(thrice.energies().of(component))
          .as(component.label())
          .isCloseTo(factor * once.energies().of(component), ROUNDING);
    }
    for (ServiceRate.Resource resource :
        List.of(ServiceRate.Resource.OPTICAL_CORE, ServiceRate.Resource.MAIN_MEMORY)) {
      assertThat(thrice.rate().busy().get(resource))
          .as(resource.label())
          .isCloseTo(3 * Objects.requireNonNull(once.rate().busy().get(resource)), ROUNDING);
    }
  }

  private static InferenceAccount repeated(CloudSetting setting, int repetitions) {
    ProductLayer layer = TinySetting.product(FULL, ProductLayer.Weights.RIGHT, repetitions);
    return CloudAccount.of(TinySetting.inference(layer), setting);
  }

  /** Operands of 4 bit, read-outs of 8: each side pays for its own bits. */
  @Test
  void operandsAndReadOutsHaveBitsOfTheirOwn() {
    CoreDesign coarse =
        CoreEdits.operation(
            TinySetting.core(),
            old -> new CoreDesign.Operation(old.clock(), 4, 8, old.operation()));
    Energies fine = energies(SETTING, FULL);
    Energies mixed = energies(SETTING.with(TinySetting.hardware(coarse)), FULL);

    assertThat(mixed.of(EnergyComponent.ADC)).isEqualTo(fine.of(EnergyComponent.ADC));
    // 2^b/b from 8 to 4 bit is an eighth.
    assertThat(mixed.of(EnergyComponent.DAC_INPUTS))
        .isCloseTo(fine.of(EnergyComponent.DAC_INPUTS) / 8, ROUNDING);
    // 6·64 weights; 8·64·2 input and 6·64·4 weight symbols of half a byte; 48·8 read-outs of one.
    double bytes = 0.5 * (8 * 64 * 2 + 6 * 64 * 4) + 48 * 8;
    assertThat(mixed.of(EnergyComponent.MEMORY))
        .isCloseTo(0.5 * 6 * 64 * 10e-12 + bytes * 1e-12, ROUNDING);
  }
}
