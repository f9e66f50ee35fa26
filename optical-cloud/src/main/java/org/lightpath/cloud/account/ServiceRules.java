package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * How the centre runs inferences.
 *
 * @param batch B, inferences that run together and share every weight symbol that they can
 * @param activations where numbers between layers are modulated
 * @param weights how they come
 * @param idle what waits with power on
 * @param passes of light for a product: 1 where detection is signed (balanced), 2 where the
 *     positive and negative parts of one operand go one after the other, 4 where those of both do
 */
public record ServiceRules(
    int batch, Activations activations, WeightArrival weights, IdlePower idle, int passes) {
  /** Where the digital part of a layer runs and the inputs of the next product are modulated. */
  public enum Activations {
    /** At the centre: only the first inputs and the last results travel. */
    AT_CENTRE,
    /** At the edge node: every optical product pays the way there and back. */
    AT_EDGE
  }

  /** How weights come to the centre. */
  public enum WeightArrival {
    /** As light, launched so early that they meet the inputs: no time added. */
    SCHEDULED,
    /**
     * As light, asked for by the centre when a product begins: the round trip 2·d_w counts as far
     * as the delay d_x of that product's inputs does not cover it.
     */
    ON_REQUEST,
    /**
     * As bits, before the batch, then modulated at the centre: the delay once and every weight's
     * transfer once for the batch.
     */
    STORED_FIRST
  }

  /** Lasers, biases, amplifiers while the core waits for others. */
  public enum IdlePower {
    /** Switched off. */
    OFF,
    /** As when it runs. */
    ON
  }

  /** Checks the numbers. */
  public ServiceRules {
    Require.count("batch", batch);
    Objects.requireNonNull(activations);
    Objects.requireNonNull(weights);
    Objects.requireNonNull(idle);
    Require.count("passes", passes);
  }

  /** The same rules for another batch. */
  public ServiceRules withBatch(int other) {
    return new ServiceRules(other, activations, weights, idle, passes);
  }

  /** The same rules for another number of passes. */
  public ServiceRules withPasses(int other) {
    return new ServiceRules(batch, activations, weights, idle, other);
  }
}
