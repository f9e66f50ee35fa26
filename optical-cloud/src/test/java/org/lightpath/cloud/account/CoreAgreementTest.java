package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.CoreCost;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.LighteningProducts;
import org.lightpath.photonic.energy.published.MatrixProduct;
import org.lightpath.photonic.energy.published.ProductCost;
import org.lightpath.photonic.energy.published.Scenarios;
import org.lightpath.photonic.energy.published.Slips;

/** A product that fills the array costs what the energy of a core at its peak says. */
class CoreAgreementTest {
  /** Two routes of at most two dozen operations each, half an ulp (1.1e-16) of error each. */
  private static final Percentage ROUNDING = withinPercentage(100 * 48 * 1.2e-16);

  private static final Map<String, List<EnergyComponent>> SAME =
      Map.of(
          Component.LASER, List.of(EnergyComponent.LASER_INPUTS, EnergyComponent.LASER_WEIGHTS),
          Component.DAC, List.of(EnergyComponent.DAC_INPUTS, EnergyComponent.DAC_WEIGHTS),
          Component.MZM,
              List.of(EnergyComponent.MODULATOR_INPUTS, EnergyComponent.MODULATOR_WEIGHTS),
          Component.ADC, List.of(EnergyComponent.ADC),
          Component.TIA, List.of(EnergyComponent.TIA),
          Component.PHOTODIODE, List.of(EnergyComponent.PHOTODIODE));

  private static InferenceAccount account(CloudSetting setting, MatmulShape shape) {
    ProductLayer layer = TinySetting.product(shape, ProductLayer.Weights.RIGHT, 1);
    return CloudAccount.of(TinySetting.inference(layer), setting);
  }

  private static void assertSame(InferenceAccount account, EnergyBreakdown peak) {
    SAME.forEach(
        (name, components) -> {
          double joules = components.stream().mapToDouble(account.energies()::of).sum();
          assertThat(joules / account.inference().macs())
              .as(name)
              .isCloseTo(peak.figure(name).joulesPerMac(), ROUNDING);
        });
  }

  private static CloudSetting atTheCore(CentreHardware hardware) {
    StreamPath local = StreamPath.local();
    CloudPaths paths = new CloudPaths(local, local, local, TinySetting.paths().digital());
    return new CloudSetting(hardware, paths, TinySetting.setting().rules());
  }

  private static EnergyBreakdown peak(CentreHardware hardware) {
    CoreDesign core = hardware.core();
    CentreHardware.Lasers lasers = hardware.lasers();
    double receivers = (double) core.array().tile().rows() * core.array().tile().columns();
    double laser =
        lasers.chip().laserElectricalPower(lasers.receivedPower(), lasers.sizing(receivers));
    return CoreCost.evaluate(core, laser, 0);
  }

  @Test
  void tinyCore() {
    CentreHardware hardware = TinySetting.hardware(TinySetting.core());
    InferenceAccount full = account(atTheCore(hardware), MatmulShape.of(1, 4, 6, 16));

    assertSame(full, peak(hardware));
  }

  @Test
  void lighteningTransformerWithSharedCores() {
    CentreHardware hardware = AccountPresets.hardware(AccountPresets.core(4));
    InferenceAccount full = account(atTheCore(hardware), MatmulShape.of(1, 24, 96, 144));

    assertSame(full, peak(hardware));
  }

  /** One more row than full blocks costs more for each multiply–accumulate than the peak. */
  @Test
  void arrayThatIsNotFullCostsMore() {
    CentreHardware hardware = TinySetting.hardware(TinySetting.core());
    double atPeak = peak(hardware).total().joulesPerMac();
    InferenceAccount part = account(atTheCore(hardware), MatmulShape.of(1, 5, 6, 16));

    assertThat(part.energies().total(EnergyScope.OPTICAL_CORE) / part.inference().macs())
        .isGreaterThan(atPeak * 1.05);
  }

  /** 118.6 mW/TOPS less the adders and buffers that the artefact counts by their power. */
  @Test
  void exampleMeetsItsFigureButForAddersAndMemory() {
    EnergyBreakdown example = Scenarios.example118p6();
    InferenceAccount account =
        account(CloudScenarios.example118p6(), MatmulShape.of(1, 12, 48, 24));
    double others =
        example.figure(Component.ADDER).milliwattsPerTops()
            + example.figure(Component.MEMORY).milliwattsPerTops();

    assertThat(account.figure(EnergyScope.OPTICAL_CORE).milliwattsPerTops())
        .isCloseTo(example.total().milliwattsPerTops() - others, ROUNDING);
    assertSame(account, example);
    assertThat(example.total().milliwattsPerTops()).isBetween(118.55, 118.65);
  }

  @Test
  void modulatorsAreThoseOfTheDesign() {
    OpticalEnergy energy = new OpticalEnergy(AccountPresets.hardware(AccountPresets.core(4)));

    assertThat(energy.inputModulators() + energy.weightModulators())
        .isEqualTo(LighteningDesign.base(4).modulators());
  }

  /**
   * Layers of DeiT-T on LT-B by the counts of its artefact: 197 vectors leave blocks of 12 partly
   * empty. Amplifiers and biases are not compared: the artefact charges them by the symbol or
   * read-out, an account for as long as they are on.
   */
  @ParameterizedTest
  @CsvSource({"576, 192", "192, 192", "768, 192", "192, 768"})
  void layersOfLighteningTransformerCostWhatItsArtefactCounts(int outputs, int inputs) {
    MatrixProduct product =
        new MatrixProduct(
            "layer", 1, new MatrixProduct.Shape(outputs, inputs, 197), MatrixProduct.Kind.WEIGHTS);
    ProductCost counted =
        new LighteningProducts(LighteningDesign.base(4), Slips.CORRECTED).cost(product);
    InferenceAccount account =
        account(
            atTheCore(AccountPresets.hardware(AccountPresets.core(4))),
            MatmulShape.of(1, 197, outputs, inputs));

    for (String name : List.of(Component.LASER, Component.DAC, Component.ADC)) {
      double ours =
          SAME.getOrDefault(name, List.of()).stream().mapToDouble(account.energies()::of).sum();
      double theirs =
          counted.energies().stream()
              .filter(energy -> energy.part().equals(name))
              .mapToDouble(ProductCost.Energy::joules)
              .sum();
      assertThat(ours).as(name).isCloseTo(theirs, ROUNDING);
    }
    assertThat(account.rate().busy().get(ServiceRate.Resource.OPTICAL_CORE))
        .isCloseTo(counted.computeSeconds(), ROUNDING);
  }
}
