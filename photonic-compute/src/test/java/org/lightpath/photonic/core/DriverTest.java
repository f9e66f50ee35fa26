package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.LevelTable;

class DriverTest {
  @Test
  void linearLevelsAreUniform() {
    LevelTable table = Driver.uniform(6).field();
    assertThat(table.words()).isEqualTo(64);
    for (int word = 0; word < 64; word++) {
      assertThat(table.level(word)).isCloseTo((2.0 * word - 63) / 63, offset(1e-15));
    }
    assertThat(Driver.EXACT.field().isExact()).isTrue();
  }

  /** Words are voltages: without pre-distortion the level is the curve itself. */
  @Test
  void modulatorDistortsWhatIsNotPredistorted() {
    LevelTable table = new Driver(5, Driver.Curve.MACH_ZEHNDER, false).field();
    assertThat(table.words()).isEqualTo(32);
    for (int word = 0; word < 32; word++) {
      double voltage = (2.0 * word - 31) / 31;
      assertThat(table.level(word)).isCloseTo(Math.sin(Math.PI * voltage / 2), offset(1e-12));
    }
  }

  /** Pre-distorted levels are the same 2^b voltages; near the ends they are dense, at zero wide. */
  @Test
  void predistortedLevelsAreUniformInVoltage() {
    int codes = 32;
    LevelTable table = new Driver(5, Driver.Curve.MACH_ZEHNDER, true).field();
    double widest = Math.PI / 2 / (codes - 1);
    double worst = 0;
    for (double u = -1; u <= 1; u += 1e-3) {
      double level = table.emitted(u);
      double code = (Math.asin(level) / Math.PI + 0.5) * (codes - 1);
      assertThat(code).isCloseTo(Math.rint(code), offset(1e-6));
      worst = Math.max(worst, Math.abs(level - u));
    }
    // Half the widest step, and half of one of the 16 words of a code beside it.
    assertThat(worst).isBetween(0.9 * widest, 1.1 * widest);
    assertThat(table.emitted(1)).isCloseTo(1, offset(1e-12));
  }

  @Test
  void intensitiesAreSignedOrShifted() {
    LevelTable signed = new Driver(4, Driver.Curve.MACH_ZEHNDER, false).signedIntensity();
    assertThat(signed.words()).isEqualTo(31);
    assertThat(signed.emitted(0)).isEqualTo(0);
    assertThat(signed.emitted(-1)).isCloseTo(-1, offset(1e-12));
    assertThat(signed.level(25)).isCloseTo(Math.pow(Math.sin(Math.PI / 3), 2), offset(1e-12));
    LevelTable shifted = Driver.uniform(8).offsetIntensity(0.1);
    assertThat(shifted.emitted(-1)).isCloseTo(0.1, offset(1e-12));
    assertThat(shifted.emitted(1)).isCloseTo(1, offset(1e-12));
    assertThat(shifted.emitted(0)).isCloseTo(0.55, offset(0.9 / 510 + 1e-12));
  }

  @Test
  void refusesBits() {
    assertThatThrownBy(() -> Driver.uniform(17)).hasMessageContaining("17 bits");
    assertThatThrownBy(() -> ConverterRange.given(8, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> ConverterRange.expected(25, 4)).hasMessageContaining("25 bits");
  }
}
