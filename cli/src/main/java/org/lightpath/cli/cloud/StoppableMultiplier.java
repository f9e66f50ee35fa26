package org.lightpath.cli.cloud;

import java.util.function.BooleanSupplier;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;

/** Ends a run of a model before its next product when somebody asks for it. */
record StoppableMultiplier(Multiplier inner, BooleanSupplier asked) implements Multiplier {
  /** Somebody asked the run to stop. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("the run was asked to stop");
    }
  }

  @Override
  public void multiply(Product product, int sample) {
    if (asked.getAsBoolean()) {
      throw new StoppedException();
    }
    inner.multiply(product, sample);
  }

  @Override
  public void close() {
    inner.close();
  }
}
