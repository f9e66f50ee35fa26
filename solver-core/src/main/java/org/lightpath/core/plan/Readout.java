package org.lightpath.core.plan;

import java.util.Objects;

/**
 * What happens behind the light: K is cut into windows of the integration length, each window is
 * summed, detected with noise and converted; the readouts of all windows are added digitally.
 *
 * @param integrationLength terms that one readout sums at most; the last window may be shorter
 * @param noise drawn once for each readout
 * @param converter of each readout
 * @param correction of each column, after the readouts are added
 */
public record Readout(
    int integrationLength, ReceiverNoise noise, Quantiser converter, ColumnCorrection correction) {
  /** All terms at once, exactly. */
  public static final Readout EXACT =
      new Readout(Integer.MAX_VALUE, ReceiverNoise.NONE, Quantiser.NONE, ColumnCorrection.NONE);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Readout {
    Objects.requireNonNull(noise);
    Objects.requireNonNull(converter);
    Objects.requireNonNull(correction);
    if (integrationLength < 1) {
      throw new IllegalArgumentException(
          "readout: integration length is %d, expected at least 1".formatted(integrationLength));
    }
  }

  /** Windows of a sum of K terms. */
  public int windows(int inner) {
    return (int) (((long) inner + integrationLength - 1) / integrationLength);
  }

  /** With other noise. */
  public Readout withNoise(ReceiverNoise other) {
    return new Readout(integrationLength, other, converter, correction);
  }

  /** With another converter. */
  public Readout withConverter(Quantiser other) {
    return new Readout(integrationLength, noise, other, correction);
  }

  /** With another correction. */
  public Readout withCorrection(ColumnCorrection other) {
    return new Readout(integrationLength, noise, converter, other);
  }

  /** With another integration length. */
  public Readout withIntegrationLength(int length) {
    return new Readout(length, noise, converter, correction);
  }
}
