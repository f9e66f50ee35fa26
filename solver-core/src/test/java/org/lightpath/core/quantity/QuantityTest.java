package org.lightpath.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  private static void assertValue(String text, QuantityKind kind, double expected) {
    // One rounding for the number, one for the prefix, one for the product.
    assertThat(Quantity.parse(text, kind)).isCloseTo(expected, within(4 * Math.ulp(expected)));
  }

  @Test
  void telecomUnitsBecomeSi() {
    assertValue("80 km", QuantityKind.LENGTH, 80e3);
    assertValue("1550nm", QuantityKind.WAVELENGTH, 1550e-9);
    assertValue("25 fs", QuantityKind.TIME, 25e-15);
    assertValue("193.1 THz", QuantityKind.FREQUENCY, 193.1e12);
    assertValue("32 GBd", QuantityKind.SYMBOL_RATE, 32e9);
    assertValue("16.7 ps/nm/km", QuantityKind.DISPERSION, 16.7e-6);
    assertValue("16.7 ps/(nm km)", QuantityKind.DISPERSION, 16.7e-6);
    assertValue("16.7 ps/(nm·km)", QuantityKind.DISPERSION, 16.7e-6);
    assertValue("0.06 ps/nm²/km", QuantityKind.DISPERSION_SLOPE, 60);
    assertValue("1.3 /W/km", QuantityKind.NONLINEARITY, 1.3e-3);
    assertValue("1.3 1/(W km)", QuantityKind.NONLINEARITY, 1.3e-3);
    assertValue("1.3 W^-1 km^-1", QuantityKind.NONLINEARITY, 1.3e-3);
    assertValue("1.3 W⁻¹km⁻¹", QuantityKind.NONLINEARITY, 1.3e-3);
    assertValue("-21.67 ps^2/km", QuantityKind.beta(2), -21.67e-27);
    assertValue("−21.67 ps²/km", QuantityKind.beta(2), -21.67e-27);
    assertValue("8.1038e-5 ps^3/m", QuantityKind.beta(3), 8.1038e-41);
    assertValue("80 µm^2", QuantityKind.AREA, 80e-12);
    assertValue("2.6e-20 m^2/W", QuantityKind.NONLINEAR_INDEX, 2.6e-20);
    assertValue("5 mW", QuantityKind.POWER, 5e-3);
    assertValue("10 pJ", QuantityKind.ENERGY, 1e-11);
    assertValue("90 deg", QuantityKind.ANGLE, Math.PI / 2);
    assertValue("25 nA", QuantityKind.CURRENT, 25e-9);
    assertValue("10 pA/√Hz", QuantityKind.CURRENT_NOISE, 1e-11);
    assertValue("10 pA/rtHz", QuantityKind.CURRENT_NOISE, 1e-11);
    assertValue("10 pA/sqrt(Hz)", QuantityKind.CURRENT_NOISE, 1e-11);
    // As files of results write it.
    assertValue(
        "1.0E-11 " + QuantityKind.CURRENT_NOISE.siUnit(), QuantityKind.CURRENT_NOISE, 1e-11);
  }

  @Test
  void decibelsAreReadByKind() {
    assertValue("0 dBm", QuantityKind.POWER, 1e-3);
    assertValue("-2 dBm", QuantityKind.POWER, 1e-3 * Math.pow(10, -0.2));
    assertValue("10 dB", QuantityKind.RATIO, 10);
    assertValue("2.5", QuantityKind.RATIO, 2.5);
    assertValue("-150 dB/Hz", QuantityKind.INTENSITY_NOISE, 1e-15);
    assertValue("-150 dBc/Hz", QuantityKind.INTENSITY_NOISE, 1e-15);
    assertThatThrownBy(() -> Quantity.parse("-150 dB/kHz", QuantityKind.INTENSITY_NOISE))
        .hasMessageContaining("per Hz");
    assertThatThrownBy(() -> Quantity.parse("10 pA/Hz", QuantityKind.CURRENT_NOISE))
        .hasMessageContaining("not a unit");
    // α[1/km] = α_dB/4.342944819…, the conversion every textbook prints.
    assertThat(Quantity.parse("0.2 dB/km", QuantityKind.ATTENUATION))
        .isCloseTo(0.2 / 4.342944819032518e3, within(1e-19));
    assertValue("0.046 /km", QuantityKind.ATTENUATION, 0.046e-3);
  }

  @ParameterizedTest
  @CsvSource({
    "80, has no unit",
    "80 kmm, is not a unit",
    "km, is not a number with a unit",
    "80 ps, is not a unit of length",
    "80 km/, a unit is missing after /",
    "80 dB, is not a unit of length",
    "1e999 m, is out of range",
    "80 km^, exponent is missing",
    "80 (km, parenthesis is not closed",
    "80 km), unexpected",
    "0x10 m, is not a unit",
    "80 dBm/km, dBm stands alone",
  })
  void badLengthsSayWhatIsWrongAndWhatIsWanted(String text, String reason) {
    assertThatThrownBy(() -> Quantity.parse(text, QuantityKind.LENGTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("such as '80 km'");
  }

  @Test
  void frequencyIsNotASymbolRate() {
    assertThatThrownBy(() -> Quantity.parse("32 GHz", QuantityKind.SYMBOL_RATE))
        .hasMessageContaining("32 GBd");
  }

  /** 1 rad/s is 1/2π Hz; read as 1 Hz it would be wrong by 2π without a word. */
  @Test
  void anAngularFrequencyIsNotAFrequency() {
    for (String text : List.of("5e10 rad/s", "5e10 rad Hz", "90 deg/s")) {
      assertThatThrownBy(() -> Quantity.parse(text, QuantityKind.FREQUENCY))
          .hasMessageContaining("is not a unit of frequency")
          .hasMessageContaining("193.1 THz");
    }
  }

  @Test
  void anglesAndRatiosAreKeptApart() {
    assertValue("20 %", QuantityKind.RATIO, 0.2);
    assertValue("20 mrad", QuantityKind.ANGLE, 0.02);
    assertValue("180°", QuantityKind.ANGLE, Math.PI);
    assertThatThrownBy(() -> Quantity.parse("20 %", QuantityKind.ANGLE))
        .hasMessageContaining("'%' is not a unit of angle");
    assertThatThrownBy(() -> Quantity.parse("5 rad", QuantityKind.RATIO))
        .hasMessageContaining("'rad' is not a unit of power ratio");
    assertThatThrownBy(() -> Quantity.parse("3 dB", QuantityKind.ANGLE))
        .hasMessageContaining("'dB' is not a unit of angle");
  }

  @Test
  void siUnitsAreSpelledOut() {
    assertThat(QuantityKind.NONLINEARITY.siUnit()).isEqualTo("1/(W m)");
    assertThat(QuantityKind.beta(3).siUnit()).isEqualTo("s^3/m");
    assertThat(QuantityKind.RATIO.siUnit()).isEqualTo("1");
    assertThat(QuantityKind.ANGLE.siUnit()).isEqualTo("rad");
    assertThat(QuantityKind.SYMBOL_RATE.siUnit()).isEqualTo("symbol/s");
  }
}
