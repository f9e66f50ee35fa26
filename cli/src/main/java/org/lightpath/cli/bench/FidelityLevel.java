package org.lightpath.cli.bench;

import org.lightpath.cloud.fidelity.CoreMultiplier;
import org.lightpath.cloud.fidelity.ExactMultiplier;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;

/** How the products of a model are computed. */
enum FidelityLevel {
  /** C = A·B on the engine. */
  DIGITAL,
  /** The way of a product on light with every effect off. */
  IDEAL,
  /** The equations of {@link ModelCore} with links. */
  BEHAVIOURAL;

  /**
   * What computes; the engine stays open.
   *
   * @param scales full scales from calibration, which digital products do not need
   */
  Multiplier multiplier(Engine engine, Precision precision, OperandScales scales) {
    return switch (this) {
      case DIGITAL -> new ExactMultiplier(engine, precision);
      case IDEAL -> new CoreMultiplier(engine, ModelCore.ideal(precision, scales));
      case BEHAVIOURAL -> new CoreMultiplier(engine, ModelCore.behavioural(precision, scales));
    };
  }
}
