package org.lightpath.photonic.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MachZehnderModulatorTest {
  private static final MachZehnderModulator MZM = MachZehnderModulator.LT_MZM;

  @Test
  void powerIsTheSquareOfTheFieldAndEndsAtTheExtinctionRatio() {
    for (double phase = 0; phase < 7; phase += 0.37) {
      double field =
          MZM.fieldInPhase(phase) * MZM.fieldInPhase(phase)
              + MZM.fieldQuadrature(phase) * MZM.fieldQuadrature(phase);
      assertThat(MZM.intensityTransmission(phase)).isCloseTo(field, within(1e-15));
    }
    assertThat(Decibels.ofRatio(MZM.intensityTransmission(0))).isCloseTo(-1.2, within(1e-12));
    assertThat(Decibels.ofRatio(MZM.intensityTransmission(Math.PI)))
        .isCloseTo(-11.2, within(1e-12));
    assertThat(MZM.intensityFloor()).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void fieldLevelsAreSignedAndBentBySine() {
    double[] levels = MZM.encodedLevels(4, Encoding.FIELD, false);
    assertThat(levels).hasSize(16);
    for (int k = 0; k < 16; k++) {
      double wanted = -1 + 2 * k / 15.0;
      assertThat(levels[k]).isCloseTo(Math.sin(Math.PI / 2 * wanted), within(1e-15));
      assertThat(levels[k]).isEqualTo(-levels[15 - k]);
    }
  }

  /** The table must send every word to the nearest voltage: found here by search over voltages. */
  @Test
  void preDistortedWordsGoToTheNearestVoltage() {
    double[] levels = MZM.encodedLevels(5, Encoding.FIELD, true);
    for (int k = 0; k < 32; k++) {
      double wanted = Math.acos(-1 + 2 * k / 31.0) / Math.PI * 31;
      int nearest = 0;
      for (int v = 1; v < 32; v++) {
        nearest = Math.abs(v - wanted) < Math.abs(nearest - wanted) ? v : nearest;
      }
      assertThat(levels[k]).isCloseTo(Math.cos(Math.PI * nearest / 31), within(1e-15));
    }
  }

  @Test
  void preDistortionStraightensTheScaleButNotToTheConverterStep() {
    for (Encoding encoding : Encoding.values()) {
      double bent = deviation(encoding, false);
      double straight = deviation(encoding, true);
      // Half a voltage step at the steepest place: slope π/2 of the full range, over 2·255 steps.
      double range = encoding == Encoding.FIELD ? 2 : 1;
      assertThat(straight).isLessThan(range * Math.PI / 2 / (2 * 255) * 1.001);
      assertThat(straight).isGreaterThan(range / (2 * 255));
      assertThat(bent).isGreaterThan(0.1 * range);
    }
  }

  private static double deviation(Encoding encoding, boolean preDistorted) {
    double[] levels = MZM.encodedLevels(8, encoding, preDistorted);
    double worst = 0;
    for (int k = 0; k < 256; k++) {
      double u = k / 255.0;
      double wanted = encoding == Encoding.FIELD ? 2 * u - 1 : u;
      worst = Math.max(worst, Math.abs(levels[k] - wanted));
    }
    return worst;
  }

  @Test
  void intensityLevelsRunFromZeroToOne() {
    for (boolean table : new boolean[] {false, true}) {
      double[] levels = MZM.encodedLevels(6, Encoding.INTENSITY, table);
      assertThat(levels[0]).isZero();
      assertThat(levels[63]).isEqualTo(1);
      assertThat(levels).isSorted();
    }
  }

  @Test
  void residueIsLargestAtTheNull() {
    double[] levels = MZM.encodedLevels(4, Encoding.FIELD, false);
    double[] residues = MZM.quadratureResidues(4, false);
    for (int k = 0; k < 16; k++) {
      double phase = Math.PI * (1 - k / 15.0) * 2;
      assertThat(residues[k] * Math.sqrt(MZM.optics().transmission()))
          .isCloseTo(Math.abs(MZM.fieldQuadrature(phase)), within(1e-9));
      assertThat(levels[k] * Math.sqrt(MZM.optics().transmission()))
          .isCloseTo(MZM.fieldInPhase(phase), within(1e-15));
    }
    assertThat(residues[7]).isCloseTo(1 / Math.sqrt(10), within(2e-3));
    // Near the ends the root of 1 − level² loses half its digits: √(2⁻⁵²) = 1.5e-8 × 0.32.
    assertThat(residues[0]).isLessThan(1e-8);
  }

  @Test
  void singlePoleRemembersSymbols() {
    assertThat(MZM.symbolMemory(5e9)).isCloseTo(Math.exp(-5 * Math.PI), within(1e-20));
    assertThat(MZM.symbolMemory(50e9)).isCloseTo(0.2079, within(5e-5));
  }

  @Test
  void voltageNeedsAHalfWaveVoltage() {
    assertThatThrownBy(() -> MZM.fullSwing(Encoding.FIELD))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("withHalfWaveVoltage");
    MachZehnderModulator known = MZM.withHalfWaveVoltage(3);
    assertThat(known.fullSwing(Encoding.FIELD)).isEqualTo(6);
    assertThat(known.fullSwing(Encoding.INTENSITY)).isEqualTo(3);
    assertThat(known.phase(1.5, 0.25)).isCloseTo(Math.PI / 2 + 0.25, within(1e-15));
  }

  @Test
  void bitsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> EncodingTable.levels(0, Encoding.FIELD, true))
        .hasMessageContaining("0 bits");
    assertThatThrownBy(() -> ModulatorOptics.decibels(-1, 1, 1e9)).hasMessageContaining("above 1");
  }
}
