package org.lightpath.photonic.energy.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.AreaBreakdown;
import org.lightpath.photonic.energy.Component;
import org.lightpath.photonic.energy.ComponentPower;
import org.lightpath.photonic.energy.CoreCost;
import org.lightpath.photonic.energy.EnergyBreakdown;

/** Against the output of the published artefact: 1e-9 relative where all digits are known. */
class LighteningTest {
  private static final double RELATIVE = 1e-9;

  private static void assertSame(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
  }

  @Test
  void lossesAreTheSumOfTheParts() {
    assertThat(LighteningDesign.link().lossDecibels()).isCloseTo(4.22, within(1e-12));
    assertThat(LighteningDesign.base(4).throughput().tops()).isCloseTo(138.24, within(1e-10));
  }

  @Test
  void powerByComponentIsTheArtefacts() {
    EnergyBreakdown power = LighteningPower.of(LighteningDesign.base(4));
    assertSame(power.totalWatts() * 1e3, 14752.610938746402);
    assertSame(milliwatts(power, Component.LASER), 770.0917416019189);
    assertSame(milliwatts(power, Component.DAC), 3214.2857142857147);
    assertSame(milliwatts(power, Component.MZM), 4032);
    assertSame(milliwatts(power, Component.ADC), 2131.2);
    assertSame(milliwatts(power, Component.TIA), 1728);
    assertSame(milliwatts(power, Component.PHOTODIODE), 2534.4);
    assertSame(milliwatts(power, Component.ADDER), 26.241457858769934);
    assertSame(milliwatts(power, Component.MEMORY), 316.392025);
    EnergyBreakdown large = LighteningPower.of(LighteningDesign.large(4));
    assertSame(large.totalWatts() * 1e3, 28055.761209635664);
    assertSame(milliwatts(large, Component.MEMORY), 632.580525);
  }

  private static double milliwatts(EnergyBreakdown power, String component) {
    return power.component(component).watts() * 1e3;
  }

  @Test
  void totalsAreTheArtefactsToThePrintedDigits() {
    // Ten digits are printed.
    PublishedTable deviation =
        PublishedTables.lighteningTotals().deviationOf(OurTables.lighteningTotals());
    deviation
        .rows()
        .forEach(row -> row.values().forEach(v -> assertThat(v).isCloseTo(0, within(RELATIVE))));
  }

  /** Every entry to half of its last printed digit. */
  @Test
  void tableByBitsIsThePublishedOne() {
    PublishedTable published = PublishedTables.lighteningPower();
    PublishedTable ours = OurTables.lighteningPower();
    for (PublishedTable.Row row : published.rows()) {
      for (String column : published.columns()) {
        assertThat(ours.value(row.name(), column))
            .as("%s bit %s", row.name(), column)
            .isCloseTo(published.value(row.name(), column), within(0.00051));
      }
    }
  }

  @Test
  void scalingLawsHold() {
    EnergyBreakdown four = LighteningPower.of(LighteningDesign.base(4));
    EnergyBreakdown eight = LighteningPower.of(LighteningDesign.base(8));
    assertThat(ratio(eight, four, Component.LASER)).isCloseTo(16, within(1e-12));
    assertThat(ratio(eight, four, Component.DAC)).isCloseTo(8, within(1e-12));
    assertThat(ratio(eight, four, Component.ADC)).isCloseTo(2, within(1e-12));
    for (String fixed : new String[] {Component.MZM, Component.TIA, Component.PHOTODIODE}) {
      assertThat(ratio(eight, four, fixed)).isEqualTo(1);
    }
  }

  private static double ratio(EnergyBreakdown a, EnergyBreakdown b, String component) {
    return a.component(component).watts() / b.component(component).watts();
  }

  /** The general formula knows nothing of device counts, so it checks them and they check it. */
  @Test
  void generalCoreFormulaGivesTheSamePowers() {
    LighteningDesign design = LighteningDesign.base(5);
    EnergyBreakdown counted = LighteningPower.of(design);
    double memory =
        counted.component(Component.MEMORY).watts() / design.throughput().macsPerSecond();
    EnergyBreakdown general = CoreCost.evaluate(design.core(), design.laserPower(), memory);
    for (ComponentPower part : general.components()) {
      assertThat(part.watts())
          .as(part.name())
          .isCloseTo(counted.component(part.name()).watts(), within(part.watts() * 1e-12));
    }
    assertThat(general.components()).hasSize(7);
  }

  @Test
  void areaIsTheArtefactsWithEitherAmplifier() {
    LighteningDesign base = LighteningDesign.base(4);
    AreaBreakdown code = LighteningArea.of(base, TransimpedanceAmplifier.LT_AREA_CODE);
    assertSame(code.totalSquareMillimetres(), 60.300595086);
    assertSame(code.squareMillimetres(Component.TIA), 0.0288);
    assertSame(code.squareMillimetres(Component.MZM), 7.59416832);
    assertSame(code.squareMillimetres(LighteningArea.CORE), 11.318291999999998);
    assertSame(code.squareMillimetres(Component.MEMORY), 14.695398766);
    assertSame(code.squareMillimetres(LighteningArea.COMB), 8.411136);
    AreaBreakdown readme = LighteningArea.of(base, TransimpedanceAmplifier.LT_AREA_README);
    assertSame(readme.totalSquareMillimetres(), 60.329395086);
    assertSame(readme.squareMillimetres(Component.TIA), 0.0576);
    assertSame(
        LighteningArea.of(LighteningDesign.large(4), TransimpedanceAmplifier.LT_AREA_CODE)
            .totalSquareMillimetres(),
        112.822957198);
    assertSame(
        LighteningArea.of(RingBankDesign.published(4), TransimpedanceAmplifier.LT_AREA_CODE)
            .totalSquareMillimetres(),
        61.6681722244);
  }

  @Test
  void exampleScenarioMeetsThePublishedFigureByItsLinkLoss() {
    EnergyBreakdown example = Scenarios.example118p6();
    assertThat(example.total().milliwattsPerTops()).isCloseTo(118.6, within(0.05));
    assertThat(example.total().femtojoulesPerMac()).isCloseTo(237.2, within(0.1));
    assertThat(example.total().topsPerWatt()).isCloseTo(8.43, within(0.005));
    assertThat(example.provenance().label()).contains("unverified", "not the paper's");
    // Without the link it is LT-B, and the loss is not arbitrary: 0.1 dB more shows.
    assertThat(Scenarios.withLinkLoss("none", 4, 0).total().milliwattsPerTops())
        .isCloseTo(106.717, within(0.0005));
    assertThat(Scenarios.withLinkLoss("more", 4, 5.06).total().milliwattsPerTops())
        .isGreaterThan(118.9);
  }
}
