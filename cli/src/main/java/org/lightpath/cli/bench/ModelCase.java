package org.lightpath.cli.bench;

import org.lightpath.cli.model.NamedModel;
import org.lightpath.core.field.Precision;

/**
 * A model at work.
 *
 * @param model what runs; stays with whoever opened it
 * @param batch samples of a run
 * @param precision of the products
 */
record ModelCase(NamedModel model, int batch, Precision precision) {
  /** Seed of inputs, operands and random weights. */
  static final long SEED = 1;

  /** Images, steps or tokens of one run. */
  long units() {
    return batch * model.unitsPerSample();
  }
}
