package org.lightpath.core.reference;

import org.lightpath.core.conformance.GnlseConformance;
import org.lightpath.core.engine.Engine;

/** The conformance suite of the generalised equation on the reference engine. */
class ReferenceGnlseTest extends GnlseConformance {
  @Override
  protected Engine open() {
    return new ReferenceEngine();
  }
}
