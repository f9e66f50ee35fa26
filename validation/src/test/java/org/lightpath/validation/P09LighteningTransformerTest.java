package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.CoreCost;
import org.lightpath.photonic.energy.EnergyBreakdown;
import org.lightpath.photonic.energy.published.LighteningArea;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.LighteningPower;
import org.lightpath.photonic.energy.published.OurTables;
import org.lightpath.photonic.energy.published.PublishedTable;
import org.lightpath.photonic.energy.published.PublishedTables;
import org.lightpath.photonic.energy.published.Scenarios;

/**
 * P9: power, area, energy and time of Lightening-Transformer (HPCA 2024) from its devices, beside
 * the output of its artefact. Where the artefact prints few digits, half of the last one counts.
 */
class P09LighteningTransformerTest {
  /** Of numbers that are known in all digits. */
  static final double EXACT = 1e-9;

  static final double AREA = 60.3006;
  static final double AREA_IN_README = 60.329;
  static final double EXAMPLE = 118.6;

  @Test
  void totalsAreTheArtefactsInAllDigits() {
    double total = 14752.610938746402;
    assertThat(LighteningPower.of(LighteningDesign.base(4)).totalWatts() * 1e3)
        .isCloseTo(total, within(total * EXACT));
    requireWithin(
        PublishedTables.lighteningTotals().deviationOf(OurTables.lighteningTotals()), 1e-9);
  }

  @Test
  void componentsAreTheArtefactsToItsDigits() {
    PublishedTable published = PublishedTables.lighteningPower();
    PublishedTable ours = OurTables.lighteningPower();
    for (PublishedTable.Row row : published.rows()) {
      for (String column : published.columns()) {
        assertThat(ours.value(row.name(), column))
            .as("%s at %s bit", column, row.name())
            .isCloseTo(published.value(row.name(), column), within(0.0005 + 1e-9));
      }
    }
  }

  @Test
  void networksAreTheArtefactsToItsDigits() {
    // Six to eleven digits are printed.
    requireWithin(
        PublishedTables.lighteningWorkloads().deviationOf(OurTables.lighteningWorkloads()), 2e-6);
  }

  private static void requireWithin(PublishedTable deviation, double tolerance) {
    for (PublishedTable.Row row : deviation.rows()) {
      assertThat(row.values())
          .as("%s, %s", deviation.title(), row.name())
          .allMatch(value -> Math.abs(value) <= tolerance);
    }
  }

  @Test
  void areaHasBothPublishedValues() {
    LighteningDesign design = LighteningDesign.base(4);
    assertThat(
            LighteningArea.of(design, TransimpedanceAmplifier.LT_AREA_CODE)
                .totalSquareMillimetres())
        .isCloseTo(AREA, within(5e-5));
    assertThat(
            LighteningArea.of(design, TransimpedanceAmplifier.LT_AREA_README)
                .totalSquareMillimetres())
        .isCloseTo(AREA_IN_README, within(5e-4));
  }

  /** The general cost model, from the same devices, is an independent sum. */
  @Test
  void generalModelAgrees() {
    LighteningDesign design = LighteningDesign.base(4);
    EnergyBreakdown published = LighteningPower.of(design);
    EnergyBreakdown general = CoreCost.evaluate(design.core(), design.laserPower(), 0);
    for (String part : new String[] {"laser", "DAC", "MZM", "ADC", "TIA", "PD"}) {
      double expected = published.component(part).watts();
      assertThat(general.component(part).watts())
          .as(part)
          .isCloseTo(expected, within(expected * EXACT));
    }
  }

  @Test
  void linkLossBringsTheExampleToThePublishedFigure() {
    assertThat(Scenarios.example118p6().total().milliwattsPerTops())
        .isCloseTo(EXAMPLE, within(0.05));
    // Counter-check: without the loss it is another system.
    assertThat(LighteningPower.of(LighteningDesign.base(4)).total().milliwattsPerTops())
        .isLessThan(EXAMPLE - 10);
  }
}
