package org.lightpath.cli.bench.record;

import java.util.OptionalDouble;

/**
 * A time as a row holds it.
 *
 * @param seconds median over the turns [s]
 * @param deviation standard deviation over the turns [s]; 0 where there was one turn only
 * @param mean over the turns [s], where the row has it
 */
public record Timing(double seconds, double deviation, OptionalDouble mean) {
  /** Standard deviation over the median. */
  public double relativeDeviation() {
    return deviation / seconds;
  }
}
