package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * Paths of the streams of one service.
 *
 * @param inputs from the edge node to the centre
 * @param weights from the node that holds the model to the centre
 * @param results from the centre to the edge node
 * @param digital how numbers travel that are sent as bits
 */
public record CloudPaths(
    StreamPath inputs, StreamPath weights, StreamPath results, DigitalLink digital) {
  /** Checks that nothing is missing. */
  public CloudPaths {
    Objects.requireNonNull(inputs);
    Objects.requireNonNull(weights);
    Objects.requireNonNull(results);
    Objects.requireNonNull(digital);
  }

  /**
   * Transceivers for numbers that travel as bits: results, and weights that are stored first.
   *
   * @param joulesPerBit electrical energy of both ends [J]
   * @param bitsPerSecond rate [bit/s]
   * @param bitsPerValue of a number
   */
  public record DigitalLink(double joulesPerBit, double bitsPerSecond, int bitsPerValue) {
    /** Checks the numbers. */
    public DigitalLink {
      Require.notNegative("energy per bit", joulesPerBit, "J");
      Require.positive("bit rate", bitsPerSecond, "bit/s");
      Require.count("bits per value", bitsPerValue);
    }

    /** Time to send so many numbers [s]: values·bits/rate. */
    public double seconds(double values) {
      return values * bitsPerValue / bitsPerSecond;
    }

    /** Energy to send so many numbers [J]: values·bits·energy per bit. */
    public double joules(double values) {
      return values * bitsPerValue * joulesPerBit;
    }
  }
}
