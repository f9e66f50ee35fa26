package org.lightpath.photonic.device;

/**
 * Electrical cost of a modulator.
 *
 * @param energyPerSymbol dynamic energy of one symbol [J]; published figures in J/bit are taken at
 *     one bit a symbol, as their sources do
 * @param staticPower bias and heater power while idle [W]
 */
public record ModulatorDrive(double energyPerSymbol, double staticPower) {
  /** Checks the numbers. */
  public ModulatorDrive {
    Require.notNegative("energy per symbol", energyPerSymbol, "J");
    Require.notNegative("static power", staticPower, "W");
  }

  /**
   * Power at a symbol rate [W]: energy·rate + static.
   *
   * @param symbolRate [1/s]
   */
  public double power(double symbolRate) {
    return energyPerSymbol * Require.notNegative("symbol rate", symbolRate, "1/s") + staticPower;
  }
}
