package org.lightpath.cloud.fidelity;

import org.lightpath.cloud.product.Multiplier;
import org.lightpath.core.engine.MatmulCounts;

/** A multiplier that counts what was beyond the range of modulators and converters. */
public interface CountingMultiplier extends Multiplier {
  /** Counts of a site since the multiplier was made; zeros for a site that it has not seen. */
  MatmulCounts counts(int site);
}
