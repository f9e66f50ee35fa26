package org.lightpath.photonic.mesh;

/** Phases of all heaters of a mesh [rad]: θ and φ by interferometer, output by mode. */
@SuppressWarnings("ArrayRecordComponent") // a bundle of working arrays inside this package
record HeaterPhases(double[] theta, double[] phi, double[] output) {}
