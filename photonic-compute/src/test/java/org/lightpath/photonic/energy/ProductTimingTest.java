package org.lightpath.photonic.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.energy.published.LighteningDesign;

class ProductTimingTest {
  private static final CoreDesign DESIGN = LighteningDesign.base(4).core();

  /** 8 cores of 12 × 12 × 12 at 5 GHz. */
  @Test
  void fullBlocksUseTheWholeCore() {
    ProductTiming timing = ProductTiming.of(DESIGN, 96, 12, 24);
    assertThat(timing.cycles()).isEqualTo(2);
    assertThat(timing.seconds()).isCloseTo(0.4e-9, within(1e-24));
    assertThat(timing.utilisation()).isEqualTo(1);
  }

  @Test
  void ragsWasteCycles() {
    ProductTiming timing = ProductTiming.of(DESIGN, 1, 1, 13);
    assertThat(timing.cycles()).isEqualTo(1);
    assertThat(timing.utilisation()).isCloseTo(13.0 / (8 * 1728), within(1e-15));
  }

  /** Devices alone are less than the published area with its gaps, combs and memory. */
  @Test
  void areaIsBelowThePublishedOne() {
    double area = CoreArea.of(DESIGN).totalSquareMillimetres();
    assertThat(area).isBetween(10.0, 60.3);
    // 1440 encoders of 260 µm × 20 µm: 2.88 mm² of modulators for f_x = 48, f_w = 12.
    double encoders = 8 * 1728 * (1.0 / 48 + 1.0 / 12);
    assertThat(CoreArea.of(DESIGN).squareMillimetres(Component.MZM))
        .isCloseTo(encoders * 0.26 * 0.02, within(1e-9));
  }
}
