package org.lightpath.photonic.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DevicesTest {
  private static final double SPACING = 0.4e-9;

  /** Printed to five decimals. */
  @Test
  void couplerImbalanceOverChannelsIsTheList() {
    assertEnds(9, -0.00593, 0.00595);
    assertEnds(12, -0.00888, 0.00894);
    assertEnds(25, -0.01771, 0.01793);
    assertThat(DirectionalCoupler.crossRatio(1550e-9)).isCloseTo(0.5, within(1e-15));
  }

  private static void assertEnds(int channels, double first, double last) {
    double[] imbalances =
        DirectionalCoupler.imbalances(DirectionalCoupler.channels(channels, SPACING));
    assertThat(imbalances[0]).isCloseTo(first, within(1e-5));
    assertThat(imbalances[channels - 1]).isCloseTo(last, within(1e-5));
    assertThat(imbalances).isSorted();
  }

  @Test
  void evenGridsLeaveOutTheCentre() {
    double[] grid = DirectionalCoupler.channels(4, SPACING);
    assertThat(grid[1]).isCloseTo(1550e-9 - SPACING, within(1e-20));
    assertThat(grid[2]).isCloseTo(1550e-9 + SPACING, within(1e-20));
    assertThat(DirectionalCoupler.channels(5, SPACING)[2]).isEqualTo(1.55e-6);
  }

  @Test
  void couplerConservesPowerUpToItsLoss() {
    Coupler coupler = Coupler.LT_DC;
    double power =
        coupler.straightAmplitude() * coupler.straightAmplitude()
            + coupler.crossAmplitude() * coupler.crossAmplitude();
    assertThat(Decibels.ofRatio(power)).isCloseTo(-0.33, within(1e-12));
    assertThat(coupler.imbalance()).isZero();
  }

  @Test
  void convertersScaleByTheirLaws() {
    AnalogDigitalConverter adc = AnalogDigitalConverter.SAR_10G;
    assertThat(adc.power(4, 5e9)).isCloseTo(3.7e-3, within(1e-16));
    assertThat(adc.withLaw(AnalogDigitalConverter.Law.FLASH).power(4, 10e9))
        .isCloseTo(14.8e-3 * 15 / 255, within(1e-16));
    assertThat(adc.withLaw(AnalogDigitalConverter.Law.WALDEN).power(4, 10e9))
        .isCloseTo(14.8e-3 / 16, within(1e-16));
    double figure = adc.waldenFigure(8);
    assertThat(AnalogDigitalConverter.waldenPower(figure, 8, 10e9))
        .isCloseTo(14.8e-3, within(1e-16));
    assertThatThrownBy(() -> adc.power(8, 11e9)).hasMessageContaining("rated for");
  }

  /** The two published laws, from 8 to 4 bits: 0.125 and 0.1125. */
  @Test
  void publishedLawsOfTheDacDiffer() {
    DigitalAnalogConverter lightening = DigitalAnalogConverter.CAP_14G;
    DigitalAnalogConverter simphony =
        lightening.withLaw(DigitalAnalogConverter.Law.POWER_OVER_BITS_PLUS_ONE);
    assertThat(lightening.power(4, 14e9) / lightening.power(8, 14e9))
        .isCloseTo(0.125, within(1e-15));
    assertThat(simphony.power(4, 14e9) / simphony.power(8, 14e9)).isCloseTo(0.1125, within(1e-15));
    // SimPhony's log: 2.0089285714285716 mW at 4 bit and 5 GHz.
    assertThat(simphony.power(4, 5e9) * 1e3).isCloseTo(2.0089285714285716, within(1e-14));
  }

  @Test
  void phaseShiftersHoldAndRound() {
    HeaterPhaseShifter heater = HeaterPhaseShifter.academia(6);
    assertThat(heater.holdingPower(Math.PI / 2)).isCloseTo(15e-3, within(1e-17));
    assertThat(heater.quantised(2 * Math.PI - 1e-3)).isZero();
    assertThat(heater.quantised(0.5)).isCloseTo(0.5, within(Math.PI / 64));
    VoltagePhaseShifter driven = VoltagePhaseShifter.torchOnn(8);
    assertThat(driven.phase(4.36)).isCloseTo(Math.PI, within(1e-15));
    assertThat(driven.holdingPower(1)).isZero();
    // Voltages are uniform, so phases are coarse where the square is steep: 2γV·step/2.
    double step = 10.8 / 255;
    double phase = 6;
    double bound = driven.gamma() * (driven.voltage(phase) * step + step * step / 4);
    assertThat(Math.abs(driven.quantised(phase) - phase)).isPositive().isLessThan(bound);
    assertThatThrownBy(() -> driven.voltage(20)).hasMessageContaining("whole turns");
  }

  @Test
  void laserSpendsMoreThanItSends() {
    Laser laser = Laser.lightening(new Laser.Light(1550e-9, 10e-3, -150, 100e3));
    assertThat(laser.electricalPower()).isCloseTo(50e-3, within(1e-16));
    assertThat(laser.light().rin()).isCloseTo(1e-15, within(1e-28));
    assertThat(laser.light().phaseVariance(1e-9)).isCloseTo(2 * Math.PI * 1e-4, within(1e-18));
  }

  @Test
  void everyPresetSaysWhereItIsFrom() {
    assertThat(DevicePresets.complete()).hasSizeGreaterThan(15);
    for (Device device : DevicePresets.complete()) {
      assertThat(device.provenance().kind())
          .as(device.name())
          .isNotEqualTo(Provenance.Kind.ASSUMED);
    }
    for (DevicePresets.AssumedValue value : DevicePresets.assumed()) {
      assertThat(value.provenance().label()).startsWith("assumed (unverified)");
    }
    assertThatThrownBy(() -> Provenance.published(" ")).hasMessageContaining("source is empty");
  }
}
