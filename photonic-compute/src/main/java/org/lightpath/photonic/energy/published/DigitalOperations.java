package org.lightpath.photonic.energy.published;

import java.util.List;

/**
 * Softmax, normalisation, residual sums and activation, computed digitally (utils/model.py of the
 * artefact of Lightening-Transformer).
 */
final class DigitalOperations {
  /** A plain operation [J]. */
  private static final double OPERATION = 0.1e-12;

  /** Softmax of a byte [J]: 51.6 mW at 44.8 GB/s. */
  private static final double SOFTMAX_BYTE = 51.6e-12 / 44.8;

  private static final int ACTIVATION_OPERATIONS = 8;
  private static final int NORMALISATION_OPERATIONS = 5;
  private static final int PUBLISHED_BITS = 4;

  private DigitalOperations() {}

  static ProductCost cost(TransformerModel model, int tokens, ProductModel accelerator) {
    boolean kept = accelerator.slips() == Slips.KEPT;
    int bits = kept ? PUBLISHED_BITS : accelerator.bits();
    int blocks = kept ? 1 : model.blocks();
    double softmax = (double) blocks * tokens * tokens * model.heads();
    double residual = (double) blocks * tokens * 2 * model.width();
    double normalisation = (double) blocks * tokens * (model.width() + 1);
    double activation = (double) blocks * tokens * TransformerModel.HIDDEN * model.width();
    double operations =
        ACTIVATION_OPERATIONS * activation + NORMALISATION_OPERATIONS * normalisation + residual;
    double values = softmax + residual + normalisation + activation;
    double seconds = values * bits / MemoryEnergy.GLOBAL_RATE;
    return new ProductCost(
        Workload.OTHERS,
        List.of(
            new ProductCost.Energy("operations", operations * OPERATION),
            new ProductCost.Energy("softmax", softmax * bits / 8 * SOFTMAX_BYTE),
            // Each value is read and written in the global buffer.
            new ProductCost.Energy("global buffer", 2 * values * bits / 16 * MemoryEnergy.GLOBAL)),
        0,
        // The slip adds seconds to milliseconds, so the time counts for a thousandth.
        kept ? seconds * 1e-3 : seconds);
  }
}
