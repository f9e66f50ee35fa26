package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.photonic.receiver.Photons;

/** P14: published optical energies in photons: Netcast, Hamerly 2019, Wang 2021. */
class P14PhotonEnergyTest {
  static final double NETCAST = 312.1;
  static final double HAMERLY = 0.390;
  static final double WANG = 2.390e-19;
  static final double TOLERANCE = 1e-3;

  @Test
  void energiesArePhotons() {
    assertThat(Photons.inEnergy(40e-18, 1550e-9)).isCloseTo(NETCAST, within(NETCAST * TOLERANCE));
    assertThat(Photons.inEnergy(50e-21, 1550e-9)).isCloseTo(HAMERLY, within(HAMERLY * TOLERANCE));
    assertThat(Photons.energy(0.64, 532e-9)).isCloseTo(WANG, within(WANG * TOLERANCE));
    // Counter-check: the other wavelength is a third of the energy.
    assertThat(Photons.energy(0.64, 1550e-9)).isLessThan(0.4 * WANG);
  }
}
