package org.lightpath.photonic.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.BalancedPair;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.PublishedTables;
import org.lightpath.photonic.energy.published.Scenarios;
import org.lightpath.photonic.receiver.LightNoise;
import org.lightpath.photonic.receiver.Quantisation;
import org.lightpath.photonic.receiver.ReceiverNoiseBudget;

class EnergyFigureTest {
  private static final Provenance TEST = Provenance.assumed("test");

  /** 118.6 mW/TOPS = 118.6 fJ/op = 237.2 fJ/MAC at two operations = 8.43 TOPS/W. */
  @Test
  void unitsAreTheSameNumber() {
    EnergyFigure figure =
        EnergyFigure.ofMilliwattsPerTops("x", 118.6, OperationDefinition.MAC_IS_TWO_OPS, TEST);
    assertThat(figure.femtojoulesPerOp()).isCloseTo(118.6, within(1e-12));
    assertThat(figure.femtojoulesPerMac()).isCloseTo(237.2, within(1e-12));
    assertThat(figure.topsPerWatt()).isCloseTo(1000 / 118.6, within(1e-12));
    EnergyFigure single =
        EnergyFigure.ofMac("y", 237.2e-15, OperationDefinition.MAC_IS_ONE_OP, TEST);
    assertThat(single.milliwattsPerTops()).isCloseTo(237.2, within(1e-12));
    // The same energy a MAC, so neither is better.
    assertThat(single.over(figure)).isCloseTo(1, within(1e-14));
    assertThat(figure.label()).contains("1 MAC = 2 op", "assumed (unverified)");
  }

  @Test
  void figureWithoutDefinitionHasNoEnergyPerMac() {
    EnergyFigure paper = Scenarios.opticalComputingCentre();
    assertThat(paper.milliwattsPerTops()).isCloseTo(118.6, within(1e-12));
    assertThatThrownBy(paper::femtojoulesPerMac).hasMessageContaining("does not define");
  }

  /** 25.65 pJ/MAC and 12.8 W/TOPS; 108 times the published figure, or 3 to 6 by tensor cores. */
  @Test
  void baselineDecidesTheRatio() {
    EnergyFigure cuda = ElectronicBaselines.a100CudaCores();
    assertThat(cuda.joulesPerMac() * 1e12).isCloseTo(25.65, within(0.005));
    assertThat(cuda.milliwattsPerTops()).isCloseTo(12800, within(50.0));
    assertThat(cuda.over(Scenarios.opticalComputingCentre())).isCloseTo(108, within(0.5));
    EnergyFigure tensor = ElectronicBaselines.a100TensorCores(400);
    assertThat(tensor.over(Scenarios.opticalComputingCentre())).isBetween(5.0, 6.0);
    assertThat(tensor.provenance().kind()).isEqualTo(Provenance.Kind.ASSUMED);
    assertThat(ElectronicBaselines.all()).hasSize(3);
  }

  @Test
  void otherSystemsSayWhatTheyCount() {
    assertThat(PublishedTables.otherSystems())
        .hasSizeGreaterThan(6)
        .allSatisfy(f -> assertThat(f.provenance().source()).isNotBlank());
    EnergyFigure tempo = PublishedTables.otherSystems().get(1);
    assertThat(tempo.milliwattsPerTops()).isCloseTo(44.8, within(0.05));
  }

  @Test
  void opticalEnergiesAreFarBelowWholeSystems() {
    assertThat(PublishedTables.opticalEnergies())
        .hasSize(3)
        .allSatisfy(
            f ->
                assertThat(f.joulesPerMac())
                    .isLessThan(1e-3 * Scenarios.example118p6().total().joulesPerMac()));
  }

  @Test
  void linkBudgetSizesTheLaserByTheReceiversNoise() {
    ReceiverNoiseBudget receiver =
        new ReceiverNoiseBudget(
            BalancedPair.matched(Photodiode.ideal(1, 20e9)),
            TransimpedanceAmplifier.ofInputNoise(10e-12, TEST),
            LightNoise.ofRin(-150),
            Quantisation.NONE,
            5e9);
    LinkBudget link =
        new LinkBudget(
            List.of(new LinkBudget.Loss("chip", 6, TEST), new LinkBudget.Loss("fibre", 4, TEST)),
            3);
    LaserSizing sizing = new LaserSizing(0.2, 10, 4);
    double electrical = link.laserElectricalPower(receiver, 5, sizing);
    // Back down the link: what arrives at each receiver must give the bits.
    double arriving = electrical * 0.2 * 0.9 / 4 * Decibels.transmission(13);
    assertThat(receiver.noise(arriving).enob()).isCloseTo(5, within(1e-10));
    assertThat(link.totalDecibels()).isEqualTo(13);
    assertThat(link.with(new LinkBudget.Loss("more", 3, TEST)).lossDecibels()).isEqualTo(13);
  }

  /** Sensitivity times 2^bits doubles a bit; a shot-limited receiver asks for four times. */
  @Test
  void thresholdRuleIsTooKindToShotLimitedReceivers() {
    double four = LinkBudget.thresholdPower(-25, 4);
    assertThat(LinkBudget.thresholdPower(-25, 5) / four).isEqualTo(2);
    assertThat(four).isCloseTo(16 * Decibels.dbmToWatts(-25), within(1e-18));
    ReceiverNoiseBudget shot =
        new ReceiverNoiseBudget(
            Photodiode.ideal(1, 20e9),
            TransimpedanceAmplifier.ofInputNoise(0, TEST),
            LightNoise.NONE,
            Quantisation.NONE,
            5e9);
    // 6.02 dB for a bit, by the rounded constant of ENOB.
    assertThat(shot.requiredPower(5) / shot.requiredPower(4))
        .isCloseTo(Decibels.toRatio(6.02), within(1e-12));
  }

  @Test
  void integrationSavesConversionsOnly() {
    CoreDesign once = LighteningDesign.base(4).core();
    TileShape tile = new TileShape(12, 12, 12, 3);
    CoreDesign thrice =
        new CoreDesign(
            "three steps",
            new CoreDesign.Array(tile, once.array().cores()),
            once.operation(),
            CoreDesign.Reuse.crossbar(tile),
            once.parts());
    assertThat(once.noiseBandwidth()).isCloseTo(2.5e9, within(1e-3));
    assertThat(thrice.noiseBandwidth()).isCloseTo(2.5e9 / 3, within(1e-3));
    EnergyBreakdown a = CoreCost.evaluate(once, 0, 0);
    EnergyBreakdown b = CoreCost.evaluate(thrice, 0, 0);
    assertThat(watts(a, Component.PHOTODIODE)).isEqualTo(watts(b, Component.PHOTODIODE));
    // Three steps, but no second core on the readout.
    assertThat(watts(a, Component.ADC) / watts(b, Component.ADC)).isCloseTo(1.5, within(1e-12));
    assertThat(watts(a, Component.TIA) / watts(b, Component.TIA)).isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> a.component("flux capacitor"))
        .hasMessageContaining("has no component");
  }

  private static double watts(EnergyBreakdown breakdown, String component) {
    return breakdown.component(component).watts();
  }
}
