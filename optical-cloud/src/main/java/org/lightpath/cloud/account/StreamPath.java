package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * What light meets between a node and the centre, as plain numbers.
 *
 * @param name of the path
 * @param lossDecibels sum of all losses: fibre, multiplexers, switches [dB]
 * @param gainDecibels sum of all gains of amplifiers [dB]
 * @param delay time of flight [s]
 * @param amplifiers on the way
 */
public record StreamPath(
    String name, double lossDecibels, double gainDecibels, double delay, Amplifiers amplifiers) {
  /**
   * Amplifiers in line. A channel bears its share of their electrical power: count·watts/channels.
   *
   * @param count of them
   * @param wattsEach electrical power of one [W]
   * @param channels that share one
   */
  public record Amplifiers(int count, double wattsEach, int channels) {
    /** No amplifier. */
    public static final Amplifiers NONE = new Amplifiers(0, 0, 1);

    /** Checks the numbers. */
    public Amplifiers {
      Require.notNegative("amplifiers", count, "");
      Require.notNegative("electrical power of an amplifier", wattsEach, "W");
      Require.count("channels that share an amplifier", channels);
    }

    /** Electrical power that one channel bears [W]. */
    public double wattsPerChannel() {
      return count * wattsEach / channels;
    }
  }

  /** Checks the numbers. */
  public StreamPath {
    Objects.requireNonNull(name);
    Objects.requireNonNull(amplifiers);
    Require.notNegative("loss of path " + name, lossDecibels, "dB");
    Require.notNegative("gain of path " + name, gainDecibels, "dB");
    Require.notNegative("delay of path " + name, delay, "s");
  }

  /** Inside the centre: neither loss nor delay. */
  public static StreamPath local() {
    return new StreamPath("local", 0, 0, 0, Amplifiers.NONE);
  }

  /** A path without amplifiers. */
  public static StreamPath passive(String name, double lossDecibels, double delay) {
    return new StreamPath(name, lossDecibels, 0, delay, Amplifiers.NONE);
  }

  /** Loss that the laser makes up: losses − gains [dB]; below 0 if amplifiers exceed the loss. */
  public double netDecibels() {
    return lossDecibels - gainDecibels;
  }

  /** The same path with another loss [dB]. */
  public StreamPath withLoss(double decibels) {
    return new StreamPath(name, decibels, gainDecibels, delay, amplifiers);
  }

  /** The same path with another delay [s]. */
  public StreamPath withDelay(double seconds) {
    return new StreamPath(name, lossDecibels, gainDecibels, seconds, amplifiers);
  }
}
