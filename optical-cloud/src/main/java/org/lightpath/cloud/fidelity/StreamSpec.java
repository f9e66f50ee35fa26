package org.lightpath.cloud.fidelity;

import java.util.Objects;
import org.lightpath.photonic.core.FieldModulator;

/**
 * A stream of symbols from a node to the core.
 *
 * @param shape symbols in time
 * @param modulator driver, extinction ratio, bandwidth (its pole, at the symbol rate) and noise
 * @param light power, laser, skew
 * @param neighbours other channels
 * @param path to the core
 */
public record StreamSpec(
    StreamShape shape,
    FieldModulator modulator,
    StreamLight light,
    Neighbours neighbours,
    StreamPath path) {
  /** Checks that nothing is missing. */
  public StreamSpec {
    Objects.requireNonNull(shape);
    Objects.requireNonNull(modulator);
    Objects.requireNonNull(light);
    Objects.requireNonNull(neighbours);
    Objects.requireNonNull(path);
  }

  /** With another modulator. */
  public StreamSpec withModulator(FieldModulator other) {
    return new StreamSpec(shape, other, light, neighbours, path);
  }

  /** With other light. */
  public StreamSpec withLight(StreamLight other) {
    return new StreamSpec(shape, modulator, other, neighbours, path);
  }

  /** With another path. */
  public StreamSpec withPath(StreamPath other) {
    return new StreamSpec(shape, modulator, light, neighbours, other);
  }

  /** With other neighbours. */
  public StreamSpec withNeighbours(Neighbours other) {
    return new StreamSpec(shape, modulator, light, other, path);
  }

  /** With other symbols in time. */
  public StreamSpec withShape(StreamShape other) {
    return new StreamSpec(other, modulator, light, neighbours, path);
  }

  /**
   * Received photons of one symbol at full scale behind the link: P G T/(hν).
   *
   * @param efficiency detected electrons over photons behind the link, for one output: losses of
   *     the core, its fan-out and the quantum efficiency
   */
  public double photonsPerSymbol(double efficiency) {
    double energy = light.launchPower() * path.netGain() / shape.symbolRate();
    return efficiency * energy / (org.lightpath.fiber.Optics.PLANCK * path.carrier());
  }
}
