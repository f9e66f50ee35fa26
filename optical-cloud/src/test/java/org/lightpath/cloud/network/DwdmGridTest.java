package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DwdmGridTest {
  /** Nominal frequencies of ITU-T G.694.1, table 1: 193.10 + n·0.05 THz and 193.1 + n·0.1 THz. */
  @Test
  void channelsLieOnTheRecommendedFrequencies() {
    DwdmGrid fifty = new DwdmGrid(50e9, -2, 5);
    assertThat(fifty.frequencies())
        .containsExactly(193.00e12, 193.05e12, 193.1e12, 193.15e12, 193.2e12);
    assertThat(new DwdmGrid(100e9, 28, 1).frequency(0)).isEqualTo(195.9e12);
    assertThat(new DwdmGrid(12.5e9, 1, 1).frequency(0)).isEqualTo(193.1125e12);
    assertThat(DwdmGrid.around(100e9, 8).frequency(4)).isEqualTo(DwdmGrid.ANCHOR);
    assertThat(DwdmGrid.around(100e9, 3).centre()).isEqualTo(DwdmGrid.ANCHOR);
  }

  @Test
  void refusesWhatIsNoGrid() {
    assertThatThrownBy(() -> new DwdmGrid(30e9, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30.0 GHz")
        .hasMessageContaining("multiple of 12.5 GHz");
    assertThatThrownBy(() -> new DwdmGrid(0, 0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DwdmGrid(Double.NaN, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DwdmGrid(50e9, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DwdmGrid(50e9, 0, 4).frequency(4))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("channel 4");
  }
}
