package org.lightpath.cloud.account;

import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * Digital work that is no product: activation, normalisation, softmax, sums, resizing.
 *
 * @param node its name
 * @param operator its type
 * @param operations arithmetic operations of one repetition of one inference
 * @param values numbers it reads and writes in one repetition
 * @param repetitions in one inference
 */
public record ElementLayer(
    String node, String operator, double operations, double values, int repetitions)
    implements Layer {
  /** Checks the numbers. */
  public ElementLayer {
    Objects.requireNonNull(node);
    Objects.requireNonNull(operator);
    Require.notNegative("operations of node " + node, operations, "");
    Require.notNegative("values of node " + node, values, "");
    Require.count("repetitions of node " + node, repetitions);
  }

  @Override
  public long macs() {
    return 0;
  }
}
