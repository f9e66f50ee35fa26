package org.lightpath.photonic.energy;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * Peak rate of multiply–accumulates, and how it is counted in operations.
 *
 * @param macsPerSecond [1/s]
 * @param operation what is counted
 */
public record Throughput(double macsPerSecond, OperationDefinition operation) {
  /** Checks the number. */
  public Throughput {
    Require.positive("multiply-accumulates per second", macsPerSecond, "1/s");
    Objects.requireNonNull(operation);
  }

  /** Operations per second [1/s]. */
  public double opsPerSecond() {
    return macsPerSecond * operation.opsPerMac();
  }

  /** Operations per second [10¹²/s]. */
  public double tops() {
    return opsPerSecond() * 1e-12;
  }
}
