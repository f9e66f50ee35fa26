package org.lightpath.photonic.energy;

import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;

/**
 * Energy of an operation, with what an operation is and where the number comes from.
 *
 * <p>The units in use are the same number: 1 mW/TOPS = 1 fJ/op = 1000/(TOPS/W).
 *
 * @param name of the system or component
 * @param joulesPerOp [J]
 * @param operation what is counted
 * @param provenance where the number comes from
 */
public record EnergyFigure(
    String name, double joulesPerOp, OperationDefinition operation, Provenance provenance) {
  /** Checks the number. */
  public EnergyFigure {
    Objects.requireNonNull(name);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(provenance);
    Require.notNegative("energy per operation", joulesPerOp, "J");
  }

  /** From the energy of a multiply–accumulate [J]. */
  public static EnergyFigure ofMac(
      String name, double joulesPerMac, OperationDefinition operation, Provenance provenance) {
    return new EnergyFigure(name, joulesPerMac / operation.opsPerMac(), operation, provenance);
  }

  /** From mW/TOPS. */
  public static EnergyFigure ofMilliwattsPerTops(
      String name, double value, OperationDefinition operation, Provenance provenance) {
    return new EnergyFigure(name, value * 1e-15, operation, provenance);
  }

  /**
   * Energy of a multiply–accumulate [J].
   *
   * @throws IllegalStateException if the source does not define its operation
   */
  public double joulesPerMac() {
    return joulesPerOp * operation.opsPerMac();
  }

  /** Energy of an operation [fJ]. */
  public double femtojoulesPerOp() {
    return joulesPerOp * 1e15;
  }

  /**
   * Energy of a multiply–accumulate [fJ].
   *
   * @throws IllegalStateException if the source does not define its operation
   */
  public double femtojoulesPerMac() {
    return joulesPerMac() * 1e15;
  }

  /** Power at a rate of 10¹² operations a second [mW], the same number as fJ/op. */
  public double milliwattsPerTops() {
    return joulesPerOp * 1e15;
  }

  /** Rate at one watt [10¹² op/s]. */
  public double topsPerWatt() {
    return 1e-12 / joulesPerOp;
  }

  /**
   * How many times the energy of another figure this one is: per multiply–accumulate if both define
   * their operation, else per operation.
   */
  public double over(EnergyFigure other) {
    boolean stated =
        operation != OperationDefinition.UNSTATED
            && other.operation != OperationDefinition.UNSTATED;
    return stated ? joulesPerMac() / other.joulesPerMac() : joulesPerOp / other.joulesPerOp;
  }

  /** For a report: the number, the operation's definition and the source. */
  public String label() {
    return "%s: %.4g mW/TOPS (%s; %s)"
        .formatted(name, milliwattsPerTops(), operation.label(), provenance.label());
  }
}
