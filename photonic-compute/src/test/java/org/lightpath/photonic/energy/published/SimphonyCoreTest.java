package org.lightpath.photonic.energy.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimphonyCoreTest {
  @Test
  void lossesAreTheLongestPathsOfTheNetlist() {
    assertThat(SimphonyCore.node().lossDecibels()).isCloseTo(0.76, within(0.76e-9));
    assertThat(SimphonyCore.core().lossDecibels()).isCloseTo(6.22, within(6.22e-9));
  }

  @Test
  void laserPowerIsTheLoggedOneForOneReceiverAndTheIntendedOneForAll() {
    double logged = 1.1771924757285903;
    assertThat(SimphonyCore.laserPower(4, 1) * 1e3).isCloseTo(logged, within(logged * 1e-9));
    double intended = 169.5157165049171;
    assertThat(SimphonyCore.laserPower(4, SimphonyCore.INTENDED_RECEIVERS) * 1e3)
        .isCloseTo(intended, within(intended * 1e-9));
  }

  @Test
  void timesAreTenTimesTooLongUnlessCorrected() {
    assertThat(SimphonyCore.seconds(5e9, 5e9, Slips.CORRECTED)).isEqualTo(1);
    assertThat(SimphonyCore.seconds(5e9, 5e9, Slips.KEPT)).isEqualTo(10);
  }
}
