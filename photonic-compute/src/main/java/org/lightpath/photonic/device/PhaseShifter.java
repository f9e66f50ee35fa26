package org.lightpath.photonic.device;

/** Phase shifter: how its phase is set and what holding it costs. */
public sealed interface PhaseShifter extends Device
    permits HeaterPhaseShifter, VoltagePhaseShifter {
  /** Power transmission (at most 1). */
  double transmission();

  /** Power to hold a phase [W]. */
  double holdingPower(double phase);

  /** Resolution of the setting [bit]. */
  int bits();

  /** The settable phase nearest to a wanted one, both [rad]; see the implementations. */
  double quantised(double phase);
}
