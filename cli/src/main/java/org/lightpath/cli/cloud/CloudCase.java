package org.lightpath.cli.cloud;

import org.lightpath.cloud.account.CloudSetting;
import org.lightpath.cloud.fidelity.CoreSettings;
import org.lightpath.cloud.fidelity.StreamSpec;

/**
 * One network with one centre.
 *
 * @param network what light crosses
 * @param streams ways of the operands
 * @param settings core, light and converters; without link effects and calibrated scales
 * @param receiver what becomes of light between fibre and diode
 * @param setting for energy and time; the batch of the service is set for the model
 */
record CloudCase(
    NetworkScenario network,
    Streams streams,
    CoreSettings settings,
    Receiver receiver,
    CloudSetting setting) {
  /**
   * What becomes of light between fibre and diode.
   *
   * @param quantumEfficiency photoelectrons for each photon at a diode
   * @param chipLoss of the chip without its splitting (a ratio of at least 1)
   */
  record Receiver(double quantumEfficiency, double chipLoss) {}

  /** Where an operand is modulated. */
  enum Source {
    /** At the edge node that asks. */
    EDGE,
    /**
     * Of the weights: at the node that holds the model, or at the centre if they are kept there.
     */
    STORE,
    /** At the centre. */
    CENTRE
  }

  /**
   * Ways of operands to the core.
   *
   * @param edge from the edge node
   * @param store of the weights, from the node that holds the model or from beside the core
   * @param centre from beside the core
   * @param activationsFromEdge whether inputs of later products start at the edge node, too
   */
  record Streams(
      StreamSpec edge, StreamSpec store, StreamSpec centre, boolean activationsFromEdge) {
    StreamSpec of(Source source) {
      return switch (source) {
        case EDGE -> edge;
        case STORE -> store;
        case CENTRE -> centre;
      };
    }

    /** Where activations of a product are modulated. */
    Source activations(boolean first) {
      return first || activationsFromEdge ? Source.EDGE : Source.CENTRE;
    }
  }
}
