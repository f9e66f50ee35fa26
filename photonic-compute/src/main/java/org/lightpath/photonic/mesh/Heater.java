package org.lightpath.photonic.mesh;

/** The three kinds of phase shifters of a mesh. */
enum Heater {
  PHI,
  THETA,
  OUTPUT;

  /** Position along the light [m], relative to the beginning of its column. */
  double x(ThermalCrosstalk geometry) {
    return this == THETA ? geometry.columnPitch() / 2 : 0;
  }

  /** Position of the heater across the light [m], relative to its upper mode. */
  double y(ThermalCrosstalk geometry) {
    return this == OUTPUT ? 0 : (geometry.modePitch() - geometry.armSpacing()) / 2;
  }
}
