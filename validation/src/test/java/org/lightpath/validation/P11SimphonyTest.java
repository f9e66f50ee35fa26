package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.energy.published.SimphonyCore;

/**
 * P11: losses of SimPhony's netlist of a coherent crossbar, and its laser power: as its program
 * prints it, for one receiver because a key is misspelt, and as its configuration intends, for all
 * 144.
 */
class P11SimphonyTest {
  static final double NODE_DB = 0.76;
  static final double CORE_DB = 6.22;
  static final double PRINTED_MILLIWATTS = 1.1771924757;
  static final double INTENDED_MILLIWATTS = 169.5157;
  static final double TOLERANCE = 1e-9;

  @Test
  void lossesAreTheNetlists() {
    assertThat(SimphonyCore.node().lossDecibels()).isCloseTo(NODE_DB, within(TOLERANCE));
    assertThat(SimphonyCore.core().lossDecibels()).isCloseTo(CORE_DB, within(TOLERANCE));
  }

  @Test
  void laserPowerIsThePrintedOneAndTheIntendedOne() {
    double one = SimphonyCore.laserPower(4, 1) * 1e3;
    double all = SimphonyCore.laserPower(4, SimphonyCore.INTENDED_RECEIVERS) * 1e3;
    assertThat(one).isCloseTo(PRINTED_MILLIWATTS, within(PRINTED_MILLIWATTS * TOLERANCE));
    assertThat(all).isCloseTo(INTENDED_MILLIWATTS, within(5e-5));
    // Counter-check: the two differ by the number of receivers, not by rounding.
    assertThat(all / one).isCloseTo(144, within(144 * TOLERANCE));
  }
}
