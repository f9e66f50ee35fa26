package org.lightpath.photonic.energy;

import org.lightpath.photonic.device.Require;

/**
 * What a core multiplies in one cycle, and how long it integrates.
 *
 * @param rows H of the output
 * @param columns W of the output
 * @param wavelengths N, products that one detector sums at once
 * @param timeSteps cycles that a readout integrates
 */
public record TileShape(int rows, int columns, int wavelengths, int timeSteps) {
  /** Checks the numbers. */
  public TileShape {
    Require.count("rows", rows);
    Require.count("columns", columns);
    Require.count("wavelengths", wavelengths);
    Require.count("time steps", timeSteps);
  }

  /** Multiply–accumulates in a cycle, H·W·N. */
  public double macsPerCycle() {
    return (double) rows * columns * wavelengths;
  }

  /** Multiply–accumulates in a readout of one output, A = N·steps. */
  public double macsPerReadout() {
    return (double) wavelengths * timeSteps;
  }
}
